# SPDX-License-Identifier: GPL-2.0-or-later
"""Reports made from templates, as agencies make them of results, prices and filings: alike, and yet no copies.

In a template {name} is drawn anew each time, {name.x} once an article, {3-9} is a number, [a|b] one of the two.
"""
import re

import language

TEAMS = """Badgers Blazers Bobcats Captains Comets Cougars Drifters Falcons Giants Hawks Hornets Knights Lancers
Mariners Miners Otters Pilots Pioneers Rams Rangers Raptors Rockets Royals Saints Sharks Stags Stallions Storm
Terriers Wolves""".split()
FIRMS = """Acorn Alder Apex Argent Atlas Bellweather Borealis Cascade Centra Cobalt Corvus Crestline Delphi Dynamo
Everline Fulcrum Gemstone Harwood Helix Intermark Juniper Keystone Lattice Meridian Nimbus Northgate Orion Pacifica
Pinnacle Quantum Redstone Sable Solstice Summit Titan Trident Unison Vanguard Vertex Zenith""".split()
TRADES = """Airlines Bancorp Biosciences Brands Chemicals Electronics Energy Foods Gas Industries Insurance Machinery
Medical Metals Mining Motors Paper Pharmaceuticals Plastics Properties Railways Resources Software Steel Stores
Textiles""".split()
DRAW = {
    "person": language.person,
    "last": lambda chance: chance.choice(language.LAST),
    "place": lambda chance: chance.choice(language.PLACES),
    "team": lambda chance: f"{chance.choice(language.PLACES)} {chance.choice(TEAMS)}",
    "firm": lambda chance: f"{chance.choice(FIRMS)} {chance.choice(TRADES)}",
    "day": lambda chance: chance.choice(language.DAYS),
    "month": lambda chance: chance.choice(language.MONTHS),
    "noun": lambda chance: chance.choice(language.NOUNS),
    "adjective": lambda chance: chance.choice(language.ADJECTIVES),
    "verb": lambda chance: chance.choice(language.VERBS),
    "role": lambda chance: chance.choice(language.ROLES),
    "street": lambda chance: f"{chance.choice(language.LAST)} {chance.choice(['Street', 'Road', 'Lane', 'Drive'])}",
    "big": lambda chance: f"{chance.randint(1, 999)},{chance.randint(0, 999):03}",
    "cents": lambda chance: f"{chance.randint(0, 3)}.{chance.randint(0, 99):02}",
    "share": lambda chance: f"{chance.randint(0, 60)}.{chance.randint(0, 9)}",
}
SLOT = re.compile(r"\{(?:(\d+)-(\d+)|(\w+))(?:\.(\w+))?\}|\[([^\]]*\|[^\]]*)\]")

# By kind, the ones with few words of their own to fill in first: they look most like copies.
TEMPLATES = {
    "sports": [
        """{place.x} (AP) _ Results from {day}'s races at {place.y} Downs. First race, six furlongs, purse ${big}:
{last}'s {adjective} {noun} won by {2-9} lengths and paid ${3-40}.{10-90}. The {2-9}-{2-9} daily double paid
${20-400}.{10-90}.

All bets placed at the windows must be collected within one year of the race. The track opens at eleven in the
morning on race days and the gates close half an hour after the last race. Children under twelve are admitted
free with an adult. Parking is free in the north lot, and a shuttle runs from the railway station every twenty
minutes. The next card is on {day}, with post time at {1-5} p.m. Attendance was {big} and the handle came to
${big},000, the track said.""",
        """{team.a} {1-9} {team.b} {0-8}. {person} [scored|had|added] {2-30} and {person} had {2-20} for {team.a}, who
won for the {2-9}th time in {10-20} games. {person} led {team.b} with {8-40}.

{team.a} led {10-60}-{10-60} at the half. The teams meet again on {day} in {place}.

The win moved {team.a} to {10-40}-{5-30} on the season, {2-9} games ahead of {team}. {team.b} fell to
{5-30}-{10-40}.""",
        """{person.x} scored {8-40} points, {person.y} added {8-30} and the {team.a} beat the {team.b}
{80-130}-{70-120} on {day} night.

{person} had {8-30} points and {2-15} rebounds for {team.a}, which has won {2-12} of its last {12-20} games.
{person} finished with {8-30} points off the bench.

{person} led {team.b} with {10-40} points and {person} had {5-30}. The {team.b} shot {30-60} percent from the
field and committed {5-30} turnovers.

[{team.a} took control with a {8-20}-{2-9} run in the third quarter.|{team.a} never trailed after the first
quarter and led by as many as {10-40}.|It was tied at {70-90} before {person.x} made three free throws in the
final minute.]

UP NEXT

{team.a}: Host {team} on {day}.

{team.b}: Visit {team} on {day}.""",
    ],
    "market": [
        """Wheat for {month} delivery rose {2-20} cents to ${2-9}.{10-99} a bushel; corn fell {2-20} cents to
${2-9}.{10-99} a bushel; soybeans rose {2-30} cents to ${5-15}.{10-99} a bushel on {day}. Live cattle fell
{cents} cents a pound and hogs rose {cents} cents a pound.

Prices are those of the last trade before the close. All figures are from the exchange and are believed to be
right but are not guaranteed. Contracts for grains are of five thousand bushels each. Past prices say nothing of
future ones, and trading in futures is not for every investor. A change in the margin that brokers ask of their
customers may come without notice. Nothing in this report is an offer to buy or sell.""",
        """Stocks closed [higher|lower|mixed] on {day} as investors weighed {noun} and {noun} data. The broad index rose
{share} points, or {0-3}.{0-9} percent, to {big}.{0-9}{0-9}. The industrial average fell {share} points, or
{0-3}.{0-9} percent, to {big}.{0-9}{0-9}. The technology index added {share} points, or {0-3}.{0-9} percent, to
{big}.{0-9}{0-9}.

Benchmark crude oil rose {cents} to settle at ${30-90}.{10-99} a barrel. Wholesale gasoline fell {cents} to
${cents} a gallon. Gold fell ${2-30} to ${big} an ounce. Silver rose {2-60} cents to ${10-30}.{10-99} an ounce.
The yield on the ten-year note rose to {cents} percent.""",
        """{firm.a} shares [jumped|slid|tumbled] {share} percent on {day} after the company {verb} its {noun},
[leading|dragging] the market in heavy trading.

Analysts at {firm} said the {adjective} {noun} had surprised investors. “We expected {adjective} {noun},” said
{person}, an analyst who follows the company. Shares of {firm} rose {share} percent and {firm} gained {share}
percent.

Trading volume was {big} million shares, compared with an average of {big} million over the past {2-90} days.
Advancing issues outnumbered decliners by {2-4} to 1. {firm} will report its results on {day}.""",
    ],
    "weather": [
        """...{adjective} flood warning in effect for {place.x} until {1-11} p.m. {day}...

The river at {place} was at {10-30}.{0-9} feet at {1-11} a.m. {day}. Flood stage is {10-30} feet. The river will
crest near {10-40} feet on {day}.

A flood warning means that flooding is occurring or is about to occur. Do not drive through flooded areas. Most
flood deaths happen in cars. Turn around when you meet water across a road, for it may be deeper than it looks
and the road may be washed out. Be most careful at night, when it is harder to see the dangers of flooding. Move
to higher ground if you live near the river, and keep children away from ditches and drains.""",
        """{place.x} area forecast for {day}. [Sunny|Cloudy|Partly cloudy|Rain likely|Fog early], with a high near
{30-95}. [North|South| East|West] wind {2-12} to {13-25} mph. Chance of precipitation is {10-90} percent. {day} night,
[clear|cloudy|showers], with a low around {10-65}. {day}, [sunny|cloudy|windy|snow], with a high near {30-95}. Sunrise
{5-7}:{10-59} a.m., sunset {5-8}:{10-59} p.m. River stage at {place} {2-30}.{0-9} feet, [rising|falling|steady].""",
        """The National Weather Service has issued a {adjective} [wind|flood|frost|heat|storm] advisory for {place.x}
and {place} from {1-11} a.m. {day} until {1-11} p.m. {day}.

[Winds of {15-30} to {31-60} mph are expected|Rain of {1-3} to {4-7} inches is expected|Temperatures as low as
{5-30} degrees are expected], with the worst near {place} and along {street}. {person}, a forecaster in
{place.x}, said the {noun} could hurt the {adjective} {noun} and that drivers should expect {noun} and {noun}.

Residents are urged to secure loose objects and to stay away from windows. Power failures are possible. For
updates, residents of {place.x} can call {200-999}-{1000-9999}.""",
    ],
    "obituary": [
        """{person.x}, {60-99}, of {place.p}, died {day}, {month} {1-28}, at {place} Hospital. [He|She] was born {month}
{1-28}, 19{20-50}, in {place}, to {person} and {person}. [He|She] graduated from {place} High School and worked
for {firm} for {5-40} years. Survivors include a son, {person} of {place}; a daughter, {person} of {place};
{2-12} grandchildren and {1-9} great-grandchildren. A service will be held at {9-11} a.m. {day} at {place}
Church, with burial in {place} Cemetery. {last} Funeral Home is in charge of arrangements.""",
        """{person.x}, a {role} [who|whose work] {verb} the {adjective} {noun} of {place.p} and {verb} a {noun}, has
died. [He|She] was {60-99}.

The cause was {noun} failure, [his|her] daughter {person} said.

[A native of {place}|Raised in {place}], [he|she] joined {firm} in 19{50-90} and {verb} the {noun} there.
[He|She] later {verb} the {adjective} {noun} that made {place.p} known for its {noun}. “Nobody {verb} a {noun}
like that,” said {person}, a colleague.

[He|She] is survived by {2-5} children and {2-12} grandchildren. In lieu of flowers, the family asks for
donations to the {place} {noun} fund.""",
    ],
    "earnings": [
        """{firm.f} will hold a conference call on {day}, {month} {1-28}, at {8-11} a.m. to discuss its results for the
[first|second|third|fourth] quarter. Net income was ${share} million on sales of ${big} million. {person},
{role}, said {noun} and {noun} {verb} the {noun}.

This release contains forward-looking statements, which involve known and unknown risks and uncertainties that
may cause actual results to differ materially from those expressed or implied. Such risks include competition,
the general state of the economy, changes in interest rates and other matters described in the reports that the
company files with the Securities and Exchange Commission. The company undertakes no duty to update these
statements after the date of this release. Contact: {person}, {200-999}-{1000-9999}.""",
        """{firm} said net income for the [first|second|third|fourth] quarter was {big},000 dlrs, or {cents} dlrs per
share, compared with {big},000 dlrs, or {cents} dlrs per share, a year earlier. Revenues rose to {big},000 dlrs
from {big},000 dlrs. For the {6-12} months, net income was {big},000 dlrs, or {cents} dlrs per share, on
revenues of {big},000 dlrs. Average shares outstanding were {big},000 against {big},000.""",
        """{place.x} ({place.x}) _ {firm.f} on {day} reported [net income|a loss] of ${share} million in its
[first|second|third|fourth] quarter.

The {place.x}-based company said it had [net income|a loss] of {cents} cents per share. Earnings, adjusted for
one-time gains and costs, came to {cents} cents per share.

The results [met|beat|missed] Wall Street expectations. The average estimate of {3-15} analysts surveyed was for
earnings of {cents} cents per share.

The maker of {noun} and {noun} products posted revenue of ${share} million in the period, which [also beat|did
not meet] Street forecasts. {3-9} analysts expected ${share} million.

{firm.f} expects full-year earnings of {cents} dollars to {cents} dollars per share, with revenue of ${share}
million.""",
    ],
    "notice": [
        """{firm.f} of {place.x} is recalling about {big} {adjective} {noun} kits sold from {month} to {month} for
${10-90} each. They are {adjective} and {adjective}, have a {noun} of {2-40} inches and carry the number {1000-9999} on
the {noun}. They were sold at {firm} and {firm} stores and by {last} and {last}. The company has had {2-60} reports
of {noun} failure; {person} of {place} was treated for burns. {person}, {role}, said the {noun} had {verb} the {noun}.

Consumers should stop using the recalled product at once, take out the batteries and return it to the store where it
was bought for a full refund. No receipt is needed. Do not throw the product in the trash or give it to anyone else.
It is against the law to sell or resell a product that has been recalled. Stores have been told to take it off their
shelves and to post this notice where customers can see it for at least ninety days.

The commission is charged with protecting the public from unreasonable risks of injury or death from thousands of
types of consumer products. Deaths, injuries and property damage from such products cost the nation more than a
trillion dollars a year. To report a dangerous product, call the hot line, which is open from eight in the morning
until six in the evening on weekdays. {firm.f} can be reached at {200-999}-{1000-9999}.""",
        """Qtly div {5-60} cts vs {5-60} cts prior. Pay {month} {1-28}. Record {month} {1-28}. {firm} said it has
{big},000 shares outstanding.""",
        """{firm.a} said its board approved [a {2-5}-for-{1-3} stock split|the purchase of up to {big},000 of its
shares|the sale of its {noun} unit to {firm} for {share} mln dlrs]. The company said the {noun} is subject to
{adjective} {noun} and approval by holders at a meeting to be held {month} {1-28}. It said {person}, {role},
will head the {noun} after the closing.""",
    ],
    "crime": [
        """A jury was chosen {day} in the trial of {person.x}, {18-70}, of {street}, who is charged with {noun} fraud in
the loss of ${big} from {firm}. Judge {person} set {2-9} days for the {noun}. {last} has pleaded not guilty.

A charge is only an accusation, and every defendant is presumed innocent until proven guilty in a court of law.
Names in this report are taken from public records of the county court and of the sheriff. To report a crime,
call the tip line at any hour; callers do not have to give their names and may receive a reward if a tip leads
to an arrest.""",
        """{18-70}-year-old {person} of {street} was arrested {day} at {1-11}:{10-59} p.m. on a charge of {noun} theft
in the {100-9900} block of {street}. Bail was set at ${big}. {person}, {18-70}, of {place}, was cited {day} for
driving with a suspended license on {street}. A {noun} valued at ${20-900} was reported stolen {day} from a vehicle
parked at {street}. Police responded at {1-11}:{10-59} a.m. to a report of a {adjective} {noun} at {street}; no one
was found.""",
        """{place.x} police are looking for a man who {verb} a {noun} store on {street} at about {1-11} p.m. {day}.

The man, described as {20-60} years old and wearing a {adjective} jacket, showed a {noun} and demanded money,
Detective {person} said. He fled on foot toward {street} with about ${50-900}. The clerk, {person}, {18-70}, was
[not hurt|treated at {place} Hospital].

[It was the {2-9}th robbery on the street this year.|A {noun} found in {place} may be linked to it, {last}
said.] Anyone with information is asked to call {place.x} police at {200-999}-{1000-9999}.""",
    ],
    "election": [
        """{person.a} {big} votes, {20-60}.{0-9} percent; {person.b} {big} votes, {20-50}.{0-9} percent; {person} {big}
votes, {1-19}.{0-9} percent, with {20-300} of {301-600} precincts reporting in {place} County. Turnout was
{20-70} percent of {big} registered voters. {person.a} carried {place} and {place}; {person.b} carried {place}.
Results are unofficial until certified on {month} {1-28}.""",
        """{person.a} won the race for {place.x} {role} on {day}, defeating {person.b} by {big} votes.

{last}, a {role} who {verb} the {adjective} {noun}, had campaigned on {noun} and {noun}. “The voters of
{place.x} {verb} the {noun},” {person.a} told supporters at {street}. {person.b} conceded at {1-11} p.m. and
said the {noun} would divide {place}.

With all precincts reporting, {person.a} had {50-60}.{0-9} percent. Two years ago {person} won the seat with
{50-70}.{0-9} percent. The new term begins on {month} {1-28}.""",
    ],
}

# A report that says but one thing: what differs from day to day is a word or two.
DAILY = """The central bank entered the government securities market to arrange {1-9}.{1-9} billion dlrs of customer
repurchase agreements, a bank spokesman said. Dealers said that federal funds were trading at {3-9}-{1-9}/16 pct when
the bank began its temporary and indirect supply of reserves to the banking system."""


def fill(template, chance):
    """A headline's worth of what was drawn, and the text."""
    kept = {}

    def slot(match):
        low, high, name, mark, choices = match.groups()
        if choices is not None:
            return SLOT.sub(slot, chance.choice(choices.split("|")).strip())
        if low:
            return str(chance.randint(int(low), int(high)))
        if mark is None:
            return DRAW[name](chance)
        if (name, mark) not in kept:
            kept[name, mark] = DRAW[name](chance)
        return kept[name, mark]

    paragraphs = [" ".join(paragraph.split()) for paragraph in template.split("\n\n")]
    text = "\n\n".join(SLOT.sub(slot, paragraph) for paragraph in paragraphs)
    return " ".join(kept.values()), text
