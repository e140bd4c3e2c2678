# SPDX-License-Identifier: GPL-2.0-or-later
"""Articles out of a grammar and lists of words: nonsense that reads like news.

As in news, articles that have nothing to do with each other hardly ever share four words in a row.
"""
import re

FIRST = """Ada Alan Alice Amir Anita Arthur Beatriz Ben Bruno Carla Cedric Chen Clara Colin Dalia Daniel Deepa Denise
Diego Edith Elias Emma Erik Esther Farah Felix Fiona Frank Gabriel Gail Greta Hana Harold Helen Hugo Ibrahim Ines Irene
Ivan Jack Jamila Joan Jonas Judith Kamal Karen Keith Kofi Lars Laura Leo Lina Louis Lucy Malik Marta Martin Mei Miguel
Nadia Neil Nina Noah Nora Olga Omar Oscar Paula Peter Priya Quentin Rachel Rafael Rita Robert Rosa Ruth Samir Sarah
Simon Sofia Stella Tariq Teresa Thomas Tina Ursula Vera Victor Wanda Wei Xavier Yasmin Yuri Zoe""".split()
LAST = """Abbott Acheson Adeyemi Alvarez Anders Baptiste Barlow Becker Bianchi Blackwood Brandt Calloway Castellano
Chandra Choi Cohen Cortez Crowley Dahl Delgado Desai Donnelly Drummond Eastman Ellsworth Engel Farouk Ferreira
Fielding Forsyth Gallagher Garza Goldberg Greenhalgh Haddad Halloran Hansen Hargreaves Hidalgo Hoffman Ishikawa
Jankowski Jarvis Kaplan Kessler Khan Kowalski Kruger Lambert Larkin Leclerc Lindqvist Lombardi Mackenzie Mahoney
Marchetti Mbeki McAllister Mendoza Moreau Nakamura Nandakumar Novak Nwosu Okafor Oldfield Orlov Osborne Paxton Pereira
Petrov Pickering Quigley Ramsey Renaud Ricci Rosenthal Rutherford Salazar Sandoval Schuster Seymour Sinclair Sorensen
Stroud Suzuki Talbot Tanaka Thackeray Tremblay Ulrich Underhill Valente Vasquez Vogel Wainwright Weatherby Whitcomb
Winslow Yamamoto Yilmaz Zielinski Zimmerman""".split()
PLACES = """Aldershaw,Ambleton,Arroyo Seco,Ashgrove,Bayfield,Beckley,Belmont Springs,Blackwater,Bramford,
Brightwell,Calder Bay,Carmody,Cedar Falls,Clearbrook,Coldstream,Corrina,Dalby,Dunmore,East Harlan,Eldora,Elkhorn,
Fairhaven,Fort Lyle,Galloway,Glenrock,Grandview,Granite City,Greenport,Halstead,Harrow Point,Hazelton,Hollis,
Ironwood,Jasper,Kelso,Kingsbridge,Lakemont,Langford,Laredo Heights,Linden,Lower Marsh,Maplewood,Marlow,Merrick,
Mill Creek,Monteverde,Newbury,North Platte,Oakridge,Old Ferry,Orchard Park,Palmetto,Penrose,Pine Bluff,Port Ellis,
Quarry Hill,Ravenna,Redwater,Rockport,Rosario,Saltburn,San Tomas,Selby,Shelton,Silver Lake,Stanhope,Stonebridge,
Tamarack,Thornbury,Tidewater,Upton,Vale,Vermilion,Waldron,Westbrook,White Plains,Willow Run,Winfield,Wolcott,
Yarrow""".replace("\n", "").split(",")
TOPICS = [line.split() for line in """
budget tax deficit treasury levy audit loan bond grant subsidy ledger surplus auditor payroll pension reserve tariff
river dam flood levee bridge canal drought reservoir aquifer spillway marsh pump sandbag storm tide embankment current
hospital nurse vaccine clinic patient surgeon virus ward outbreak dose symptom infection laboratory drug trial disease
school teacher pupil classroom curriculum exam principal bus textbook semester playground tuition scholarship library
court judge verdict lawsuit jury prosecutor appeal witness sentence hearing testimony ruling warrant bail injunction
factory strike union layoff plant worker shift wage contract foreman pipeline assembly warehouse machine overtime picket
election ballot candidate campaign precinct voter recount poll coalition cabinet minister parliament mandate rally
farm harvest wheat drover orchard cattle frost fertilizer tractor barn soybean dairy irrigation silo auction acreage
museum painting festival orchestra theater sculpture novel gallery curator concert exhibit composer archive poet
army ceasefire border convoy rebel garrison truce refugee checkpoint envoy treaty missile patrol militia embargo
airport airline runway pilot railway locomotive ferry harbor freight passenger terminal timetable signal tunnel
software network server patent battery satellite chip startup telescope algorithm robot sensor password telephone
""".strip().splitlines()]
NOUNS = """account agenda agreement answer argument assembly balance barrier benefit building burden chance choice claim
collapse committee community complaint compromise concern condition conflict corner crowd culture damage deadline debate
decade decision delay demand detail dispute effort engine evidence example failure family figure forecast garden guide
habit highway history house idea incident inquiry interest island journey kitchen lawyer lesson letter market meeting
memory method mistake moment morning mountain neighbor notice office opinion option owner panel paper pattern payment
plan pledge police pressure price problem program project promise proposal protest question reason record reform region
remark rent repair report request rescue response result review risk road rumor rule scheme season secret settlement
shortage silence speech statement street study success suggestion survey system threat ticket tower town tradition
transfer valley version victim village visit volunteer vote warning weather weekend winter wonder yard""".split()
ADJECTIVES = """abrupt absent aging ambitious ancient angry annual awkward bitter blunt brief bright broad broken busy
careful central cheap civil clean clumsy cold common complex costly crowded curious dangerous daring deep delicate
distant double dry early eastern empty entire exact expensive fair familiar federal fierce final fragile fresh
generous gradual grim heavy hidden hollow honest huge humble idle joint lasting late legal local lonely loose loud
main minor modest narrow national nervous new northern novel obscure odd official open ordinary outdated painful
partial patient plain popular private proper proud public quick quiet rapid rare ready recent regional reluctant
remote rising rival rough rural secret senior serious severe shallow sharp silent slow small solid southern stubborn
sudden temporary tense thin tired tough troubled uneasy unusual urban urgent vast visible vital warm weak western wide
worried young""".split()
VERBS = """abandoned accepted acquired admired adopted advised altered approved attacked attracted avoided banned
blamed blocked borrowed bought built canceled captured challenged changed checked cleared closed collected compared
completed condemned confirmed considered controlled copied countered covered crossed cut debated declined defended
delayed delivered denied described designed destroyed detected discovered discussed divided doubled drafted endorsed
entered examined expanded exposed extended favored financed followed forced found founded funded greeted guarded
halted handled hired ignored improved inspected inspired inspected joined judged launched left lifted limited lost
measured mentioned missed moved named noticed offered opened opposed ordered outlined overlooked owned passed paused
persuaded planned postponed praised predicted prepared presented preserved prevented promised proposed protected
questioned raised reached rebuilt recalled received recommended reduced refused rejected released removed repaired
replaced requested restored reversed revised ruled scrapped searched settled shared shifted shook signed sold sought
stopped studied supported surveyed suspended tested threatened tracked trimmed trusted united urged visited warned
watched welcomed withdrew won""".split()
ADVERBS = """again already barely briefly calmly carefully clearly eagerly easily entirely eventually finally formally
gradually hardly hastily immediately largely loudly narrowly nearly openly partly privately publicly quickly quietly
rarely reluctantly repeatedly sharply slowly soon steadily suddenly together twice unexpectedly warmly
widely""".split()
ROLES = """mayor,governor,spokesman,spokeswoman,council member,county engineer,police chief,union leader,professor,
senior analyst,shop owner,retired teacher,chief executive,deputy minister,state senator,project manager,campaign aide,
fire captain,school superintendent,attorney,resident,economist,director,chairwoman""".replace("\n", "").split(",")
BODIES = """Council,Commission,Authority,Department,Institute,Board,Union,Society,Corporation,Holdings,Bank,Alliance,
University,Agency,Trust,Association""".replace("\n", "").split(",")
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
SYNONYMS = {"said": "stated", "big": "large", "about": "around", "nearly": "almost", "killed": "slain", "but": "yet",
            "began": "started", "shows": "indicates", "also": "too", "buy": "purchase", "help": "assist"}


def number(chance):
    return chance.choice([str(chance.randint(2, 99)), str(chance.randint(2, 99)),
                          f"{chance.randint(1, 999)},{chance.randint(0, 999):03}",
                          f"{chance.randint(1, 40)}.{chance.randint(1, 9)}"])


def person(chance):
    return f"{chance.choice(FIRST)} {chance.choice(LAST)}"


def plural(noun):
    if re.search("[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search("(s|x|ch|sh)$", noun) else "s")


class Writer:
    """Writes articles, each with people, places and a topic of its own."""

    def __init__(self, chance):
        self.chance = chance

    def article(self, low, high):
        """A headline and paragraphs, each a list of sentences, of some `low` to `high` words together."""
        chance = self.chance
        self.nouns = chance.choice(TOPICS) * 6 + NOUNS
        self.people = [person(chance) for _ in range(chance.randint(2, 5))]
        self.roles = [chance.choice(ROLES) for _ in self.people]
        self.places = chance.sample(PLACES, 3)
        self.bodies = [f"the {chance.choice(PLACES)} {chance.choice(BODIES)}" for _ in range(2)]
        self.named = set()
        wanted = round(low * (high / low) ** chance.random())
        paragraphs, words = [], 0
        while words < wanted:
            paragraph = [self.sentence() for _ in range(chance.randint(1, 4))]
            paragraphs.append(paragraph)
            words += sum(len(sentence.split()) for sentence in paragraph)
        return self.headline(), paragraphs

    def headline(self):
        chance = self.chance
        end = chance.choice([chance.choice(LAST), chance.choice(PLACES), self.noun()])
        link = chance.choice(["by", "over", "after", "in"])
        return self.capital(f"{chance.choice(ADJECTIVES)} {self.noun()} {chance.choice(VERBS)} {link} {end}")

    def noun(self):
        return self.chance.choice(self.nouns)

    def who(self):
        at = self.chance.randrange(len(self.people))
        if at in self.named:
            return self.people[at].split()[-1]
        self.named.add(at)
        return self.chance.choice([f"{self.people[at]}, the {self.roles[at]},", f"{self.roles[at]} {self.people[at]}"])

    def phrase(self):
        chance, kind = self.chance, self.chance.random()
        adjective = chance.choice(ADJECTIVES)
        if kind < 0.3:
            return f"the {adjective} {self.noun()}"
        if kind < 0.45:
            return f"{number(chance)} {plural(self.noun())}"
        if kind < 0.55:
            article = "an" if adjective[0] in "aeiou" else "a"
            return f"{article} {adjective} {self.noun()} in {chance.choice(self.places)}"
        if kind < 0.65:
            return f"the {self.noun()} of the {self.noun()}"
        if kind < 0.75:
            return chance.choice(self.bodies)
        if kind < 0.85:
            return f"{plural(self.noun())} and {plural(self.noun())}"
        return f"{chance.choice(['its', 'their', 'his', 'her', 'every', 'no', 'another'])} {self.noun()}"

    def action(self):
        chance = self.chance
        adverb = chance.choice(ADVERBS) + " " if chance.random() < 0.2 else ""
        tail = chance.choice(["", "", f" in {chance.choice(self.places)}", f" for {self.phrase()}",
                              f" after {self.phrase()}", f" on {chance.choice(DAYS)}", f" by {number(chance)} percent",
                              f" without {self.phrase()}", f" since {chance.choice(MONTHS)}",
                              f" despite {self.phrase()}"])
        return f"{adverb}{chance.choice(VERBS)} {self.phrase()}{tail}"

    def clause(self):
        return f"{self.who() if self.chance.random() < 0.3 else self.phrase()} {self.action()}"

    def sentence(self):
        chance = self.chance
        text = chance.choice([
            lambda: self.clause(),
            lambda: f"{self.clause()} and {self.action()}",
            lambda: f"{self.clause()}, {self.who()} said",
            lambda: f"“{self.capital(self.clause())},” said {self.who().rstrip(',')}",
            lambda: (f"“{self.capital(self.clause())}. {self.capital(self.clause())},” "
                     f"{self.who()} told {self.phrase()}"),
            lambda: f"although {self.clause()}, {self.clause()}",
            lambda: f"on {chance.choice(DAYS)}, {self.clause()}",
            lambda: f"{self.phrase()}, which {self.action()}, {self.action()}",
            lambda: f"according to {self.phrase()}, {self.clause()}",
            lambda: f"{self.clause()} because {self.clause()}",
            lambda: f"it was {self.phrase()} that {self.action()}",
            lambda: f"in {chance.choice(MONTHS)} {self.clause()} while {self.clause()}",
        ])()
        return self.capital(text).rstrip(",") + "."

    @staticmethod
    def capital(text):
        return text[0].upper() + text[1:]
