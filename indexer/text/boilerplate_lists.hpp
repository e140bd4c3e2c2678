// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

// Private to boilerplate_phrases.cpp: the phrases, one a line, written as their header says.
namespace news::boilerplate_lists {

using Phrases = std::string_view;

inline constexpr Phrases kComments = R"(
leave a reply
leave a reply cancel reply
leave a comment
leave a comment cancel reply
leave a response
leave your comment
post a comment
post your comment
add a comment
add your comment
write a comment
submit a comment
be the first to comment
join the conversation
join the discussion
view comments
show comments
comments are closed
cancel reply
schreibe einen kommentar
schreiben sie einen kommentar
kommentar schreiben
kommentar hinterlassen
hinterlasse einen kommentar
hinterlassen sie einen kommentar
antworten abbrechen
laisser un commentaire
laissez un commentaire
ajouter un commentaire
poster un commentaire
deja un comentario
deja una respuesta
dejar un comentario
dejar una respuesta
lascia un commento
lascia una risposta
deixe um comentario
deixe uma resposta
deixe seu comentario
laat een reactie achter
geef een reactie
lamna ett svar
lamna en kommentar
skriv et svar
skriv en kommentar
legg igjen en kommentar
dodaj komentarz
добавить комментарий
оставить комментарий
оставьте комментарий
)";

inline constexpr Phrases kCommentsWord = R"(
comments
reader comments
kommentare
commentaires
comentarios
commenti
reacties
kommentarer
komentarze
комментарии
)";

inline constexpr Phrases kLinks = R"(
related
related articles
related article
related stories
related story
related news
related posts
related post
related content
related coverage
related topics
related links
more on this story
more on this topic
more stories
more news
most read
most popular
most viewed
most shared
trending
trending now
trending stories
recommended
recommended for you
recommended stories
recommended reading
you may also like
you might also like
you may be interested
you may be interested in
you might be interested in
read also
also read
see also
read next
up next
editor's picks
editors' picks
latest news
latest stories
top stories
from around the web
around the web
promoted stories
sponsored
sponsored content
mehr zum thema
lesen sie auch
auch interessant
das konnte sie auch interessieren
das konnte dich auch interessieren
weitere artikel
meistgelesen
ahnliche beitrage
ahnliche artikel
a lire aussi
lire aussi
a voir aussi
sur le meme sujet
articles similaires
articles lies
les plus lus
lea tambien
lee tambien
te puede interesar
tambien te puede interesar
noticias relacionadas
articulos relacionados
lo mas leido
leggi anche
articoli correlati
potrebbe interessarti
potrebbe interessarti anche
leia tambem
veja tambem
leia mais
artigos relacionados
lees ook
gerelateerde artikelen
las ocksa
relaterade artiklar
laes ogsa
les ogsa
czytaj tez
czytaj takze
zobacz takze
zobacz tez
przeczytaj tez
przeczytaj takze
читайте также
смотрите также
)";

inline constexpr Phrases kLines = R"(
advertisement
advertisements
advertising
story continues below
story continues below advertisement
advertisement - story continues below
advertisement story continues below
advertisement continue reading the main story
article continues below
article continues below advertisement
article continues after advertisement
continue reading below
continue reading the main story
continue reading
back to top
back to the top
top of page
go to top
scroll to top
share
share this
share this article
share this story
share this post
share this page
share this with
share this with email
share on facebook
share on twitter
share with
share via email
print this article
print this story
print this page
email this article
email this story
copy this link
read more
read more here
read the full story
read the full article
skip to content
skip to main content
skip advertisement
log in
login
sign in
sign up
sign up now
subscribe
subscribe now
follow us
load more
hide caption
toggle caption
enlarge this image
enlarge
click to enlarge
close
getty images
play video
watch video
media player
previous article
next article
previous post
next post
media playback is unsupported on your device
media playback is not supported on this device
video player failed to load
anzeige
werbung
nach oben
zuruck nach oben
zum seitenanfang
teilen
artikel teilen
weiterlesen
mehr lesen
publicite
partager
partager cet article
haut de page
retour en haut
lire la suite
publicidad
compartir
compartir en facebook
compartir en twitter
volver arriba
leer mas
seguir leyendo
pubblicita
condividi
torna su
leggi tutto
publicidade
compartilhar
compartilhe
partilhar
voltar ao topo
continua apos a publicidade
advertentie
delen
lees meer
terug naar boven
annons
dela
las mer
annonse
annonce
reklama
udostepnij
czytaj dalej
реклама
поделиться
наверх
)";

inline constexpr Phrases kReferences = R"(
read more
read also
also read
see also
you may also like
you may be interested
you might be interested
a lire aussi
lire aussi
a lire
lire la suite
lea tambien
lee tambien
lea mas
leggi anche
leia tambem
leia mais
veja tambem
lesen sie auch
lees ook
lees meer
las ocksa
laes ogsa
les ogsa
czytaj tez
czytaj takze
czytaj rowniez
zobacz takze
zobacz tez
przeczytaj takze
przeczytaj tez
читайте также
смотрите также
image copyright
image caption
media caption
image source
)";

inline constexpr Phrases kLabels = R"(
related
related articles
related article
related story
related stories
related coverage
related content
more
watch
listen
must read
read
read this
read next
recommended
click here
more from this series
photo
photos
photo by
photos by
photo credit
photo credits
photo courtesy
top photo
cover photo
main photo
lead photo
featured photo
header photo
file photo
image
images
image credit
image credits
top image
cover image
main image
lead image
featured image
header image
picture
pictures
picture credit
photograph
photographs
photography
credit
foto
fotos
foto de
bild
bilder
titelbild
bildquelle
photo de
credit photo
imagen
imagen destacada
immagine
imagem
фото
zdjecie
tags
tagged
tagged with
topics
keywords
filed under
filed to
posted in
posted under
categories
share this
share
schlagworter
schlagworte
etiquetas
mots-cles
subscribe
follow us
sponsored
advertisement
)";

inline constexpr Phrases kCredits = R"(
photo by
photos by
photo courtesy of
photograph by
photographs by
image by
image courtesy of
picture by
foto von
photo credit
image credit
)";

inline constexpr Phrases kNotices = R"(
your email address will not be published
required fields are marked
notify me of follow-up comments
notify me of new posts
save my name, email
this site uses akismet
comments are moderated
comments are closed
you must be logged in to
we use cookies
this site uses cookies
this website uses cookies
accept all cookies
cookie policy
cookie settings
manage your privacy settings
by subscribing you agree
by signing up you agree
by signing up, you agree
by clicking submit
agree to our terms
agree to the terms
terms of service and privacy policy
terms of use and privacy policy
all rights reserved
click here for reprint permission
may not be published, broadcast, rewritten
may not be reproduced or published
material may not be reproduced
click to share on
opens in new window
share on facebook share on
follow us on
like us on facebook
find us on facebook
download our app
download our free app
please enable javascript
javascript is disabled
javascript to be enabled
browser does not support
use a modern browser
already a subscriber
already have an account
subscribers only
subscribe today for
support our journalism
this article was originally published on our
ihre e-mail-adresse wird nicht
deine e-mail-adresse wird nicht
erforderliche felder sind
wir verwenden cookies
verwendet cookies
alle rechte vorbehalten
zur startseite
votre adresse e-mail ne sera pas publiee
votre adresse de messagerie ne sera pas publiee
les champs obligatoires sont indiques
nous utilisons des cookies
ce site utilise des cookies
tous droits reserves
tu direccion de correo electronico no sera publicada
su direccion de correo electronico no sera publicada
los campos obligatorios estan marcados
utilizamos cookies
utiliza cookies
todos los derechos reservados
siguenos en
il tuo indirizzo email non sara pubblicato
i campi obbligatori sono contrassegnati
utilizziamo i cookie
utilizza cookie
tutti i diritti riservati
riproduzione riservata
seguici su
endereco de e-mail nao sera publicado
endereco de email nao sera publicado
campos obrigatorios sao marcados
usamos cookies
todos os direitos reservados
e-mailadres wordt niet gepubliceerd
vereiste velden zijn gemarkeerd
wij gebruiken cookies
alle rechten voorbehouden
e-postadress kommer inte publiceras
e-mailadresse vil ikke blive publiceret
e-postadresse vil ikke bli publisert
adres e-mail nie zostanie opublikowany
adres email nie zostanie opublikowany
wszelkie prawa zastrzezone
wszystkie prawa zastrzezone
ваш e-mail не будет опубликован
ваш адрес email не будет опубликован
обязательные поля помечены
все права защищены
мы используем файлы cookie
подписывайтесь на наш
)";

inline constexpr Phrases kPromptVerbs = R"(
sign up
subscribe
get the latest
get our
join our
follow our
don't miss out
click here to sign up
click here to subscribe
click here to get
enter your email
receive our
melden sie sich
jetzt anmelden
abonnieren sie
inscrivez-vous
abonnez-vous
recevez
suscribete
suscribase
registrate
recibe
iscriviti
abbonati
assine
inscreva-se
receba
schrijf je in
meld je aan
abonneer
zapisz sie
подпишитесь
подписаться
)";

inline constexpr Phrases kPromptNouns = R"(
newsletter
newsletters
inbox
email alerts
e-mail alerts
breaking news alerts
mailing list
youtube channel
telegram channel
whatsapp channel
your email
nieuwsbrief
infolettre
boletin
рассылку
telegram
телеграм
)";

inline constexpr Phrases kNetworks = R"(
facebook
twitter
x
google
google+
linkedin
whatsapp
email
e-mail
print
share
tweet
pin
pin it
pinterest
reddit
messenger
telegram
tumblr
instagram
youtube
flipboard
copy
link
via
on
this
mail
save
like
)";

}  // namespace news::boilerplate_lists
