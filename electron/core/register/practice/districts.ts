/** A part of Helsinki where practice properties stand. Postal codes and streets are Helsinki's, house numbers drawn by lot. */
export interface District {
  readonly name: string
  readonly postalCode: string
  /** Property maintenance is divided by city district (seed 001_d06e02930518563b.txt); the areas are invented. */
  readonly maintenanceArea: string
  /** How many properties stand here, compared with the others. */
  readonly weight: number
  readonly streets: readonly string[]
}

// District | postal code | maintenance area | weight | streets. The first property of every register stands in the
// first district, on its first street.
const table = `
Vallila | 00550 | Keskinen 2 | 14 | Mäkelänkatu, Vallilantie, Suvannontie, Sammatintie, Anjalantie, Inarintie, Päijänteentie, Hauhontie
Kallio | 00530 | Keskinen 1 | 8 | Porthaninkatu, Toinen linja, Kolmas linja, Castréninkatu
Sörnäinen | 00500 | Keskinen 1 | 8 | Vaasankatu, Fleminginkatu, Pengerkatu, Kustaankatu
Alppila | 00510 | Keskinen 1 | 9 | Viipurinkatu, Kotkankatu, Savonkatu, Porvoonkatu, Sturenkatu
Itä-Pasila | 00520 | Keskinen 1 | 12 | Radanrakentajantie, Asemapäällikönkatu, Ratamestarinkatu, Kellosilta
Länsi-Pasila | 00240 | Keskinen 1 | 10 | Maistraatinkatu, Radiokatu, Palkkatilankatu, Kyllikinportti
Kalasatama | 00540 | Keskinen 2 | 13 | Leonkatu, Parrulaituri, Koksikatu, Kalasatamankatu, Arielinkatu
Hermanni | 00580 | Keskinen 2 | 9 | Hermannin rantatie, Verkkosaarenkatu, Saarenkatu, Violankatu
Arabianranta | 00560 | Keskinen 2 | 12 | Arabiankatu, Birger Kaipiaisen katu, Kaj Franckin katu, Toini Muonan katu
Kumpula | 00560 | Keskinen 2 | 6 | Intiankatu, Kymintie, Limingantie, Jyrängöntie, Väinö Auerin katu
Käpylä | 00610 | Pohjoinen 1 | 12 | Pohjolankatu, Koskelantie, Väinölänkatu, Sampsantie, Untamontie, Panuntie
Koskela | 00600 | Pohjoinen 1 | 9 | Antti Korpin tie, Juhana Herttuan tie, Kunnalliskodintie, Käpyläntie
Oulunkylä | 00640 | Pohjoinen 1 | 12 | Mäkitorpantie, Norrtäljentie, Käskynhaltijantie, Siltavoudintie, Teinintie
Maunula | 00630 | Pohjoinen 1 | 15 | Pakilantie, Männikkötie, Metsäpurontie, Kuusikkotie, Rajametsäntie, Suursuontie
Taka-Töölö | 00250 | Eteläinen | 4 | Mannerheimintie, Nordenskiöldinkatu, Mechelininkatu, Topeliuksenkatu
Ruoholahti | 00180 | Eteläinen | 12 | Itämerenkatu, Santakatu, Laivapojankatu, Ruoholahdenranta, Selkämerenkatu
Jätkäsaari | 00220 | Eteläinen | 16 | Välimerenkatu, Länsisatamankatu, Livornonkatu, Hyväntoivonkatu, Bahamankatu, Rionkatu
Lauttasaari | 00200 | Eteläinen | 6 | Lauttasaarentie, Isokaari, Otavantie, Gyldénintie, Pajalahdentie
Munkkiniemi | 00330 | Läntinen 1 | 3 | Munkkiniemen puistotie, Perustie, Laajalahdentie, Solnantie
Munkkivuori | 00350 | Läntinen 1 | 5 | Ulvilantie, Raumantie, Naantalintie, Lapinmäentie, Luumäentie
Pajamäki | 00360 | Läntinen 1 | 6 | Poutamäentie, Poutuntie, Arinatie, Pajamäentie
Etelä-Haaga | 00320 | Läntinen 1 | 9 | Kauppalantie, Vihdintie, Steniuksentie, Artturi Kanniston tie, Ansaritie
Pohjois-Haaga | 00400 | Läntinen 1 | 11 | Näyttelijäntie, Ida Aalbergin tie, Adolf Lindforsin tie, Aino Acktén tie
Konala | 00390 | Läntinen 2 | 8 | Vähäntuvantie, Riihipellontie, Kolsarintie, Hilapellontie
Malminkartano | 00410 | Läntinen 2 | 14 | Puustellintie, Vellikellontie, Parivaljakontie, Naapuripellontie, Beckerintie
Kannelmäki | 00420 | Läntinen 2 | 16 | Kanneltie, Kantelettarentie, Vanhaistentie, Klaneettitie, Soittajantie, Pelimannintie
Hakuninmaa | 00430 | Läntinen 2 | 9 | Hakuninmaantie, Kuninkaantammentie, Taidemaalarinkatu, Perhekunnantie
Lassila | 00440 | Läntinen 2 | 7 | Kaupintie, Laurinniityntie, Hopeatie, Kaupinpolku
Malmi | 00700 | Koillinen 1 | 18 | Kirkonkyläntie, Latokartanontie, Teerisuontie, Soidintie, Pekanraitti, Vilppulantie
Pihlajamäki | 00710 | Koillinen 1 | 15 | Meripihkatie, Rapakiventie, Liusketie, Graniittitie, Johtokiventie, Kiillekuja
Pihlajisto | 00710 | Koillinen 1 | 8 | Pihlajistontie, Harjannetie, Salpausseläntie, Pihlajistonkuja
Pukinmäki | 00720 | Koillinen 1 | 13 | Eskolantie, Säterintie, Erkki Melartinin tie, Isonkivenraitti, Kenttäkuja
Viikki | 00790 | Koillinen 1 | 16 | Tilanhoitajankaari, Von Daehnin katu, Agronominkatu, Henrik Lättiläisen katu, Maakaari
Suutarila | 00740 | Koillinen 2 | 7 | Seulastentie, Vaskiniitynkuja, Riimusauvantie, Merkuriuksentie
Siltamäki | 00740 | Koillinen 2 | 8 | Jousimiehentie, Jalopeurantie, Peltokyläntie, Siltakuja
Tapulikaupunki | 00750 | Koillinen 2 | 13 | Maatullinkuja, Kämnerintie, Tapulikaupungintie, Palovartijantie
Jakomäki | 00770 | Koillinen 2 | 17 | Jakomäentie, Huokotie, Kankarepolku, Louhikkotie, Somerikkotie
Herttoniemi | 00800 | Kaakkoinen | 14 | Siilitie, Kettutie, Karhutie, Susitie, Mäyrätie, Majavatie
Herttoniemenranta | 00810 | Kaakkoinen | 9 | Laivalahden puistotie, Petter Wetterin tie, Abraham Wetterin tie, Kipparlahden silmukka
Roihuvuori | 00820 | Kaakkoinen | 15 | Roihuvuorentie, Tulisuontie, Punahilkantie, Untuvaisentie, Prinsessantie, Tuhkimontie
Laajasalo | 00840 | Kaakkoinen | 14 | Yliskyläntie, Koirasaarentie, Ilomäentie, Reposalmentie, Kuvernöörintie
Kruunuvuorenranta | 00590 | Kaakkoinen | 11 | Haakoninlahdenkatu, Saaristolaivastonkatu, Stansvikinkallionkatu, Koirasaarentie
Puotinharju | 00900 | Itäinen 1 | 9 | Arhotie, Kastelholmantie, Korsholmantie, Olavinlinnantie, Vanhanlinnantie
Puotila | 00910 | Itäinen 1 | 8 | Puotilantie, Rusthollarintie, Klaavuntie, Meripellontie
Myllypuro | 00920 | Itäinen 1 | 19 | Kiviparintie, Jauhokuja, Neulapadontie, Myllypurontie, Kivensilmänkuja, Alakiventie, Yläkiventie
Itäkeskus | 00930 | Itäinen 1 | 11 | Turunlinnantie, Asiakkaankatu, Kauppakartanonkatu, Visbynkatu, Gotlanninkatu
Kontula | 00940 | Itäinen 2 | 32 | Kontulankaari, Kotikonnuntie, Tanhuantie, Kaarikuja, Keinulaudantie, Leikkikuja, Porttikuja
Mellunmäki | 00970 | Itäinen 2 | 16 | Korvatunturintie, Ounasvaarantie, Pallaksentie, Pyhätunturintie
Vuosaari | 00980 | Itäinen 3 | 26 | Punakiventie, Heteniityntie, Lokkisaarentie, Ulappasaarentie, Porslahdentie, Merirastilantie
Rastila | 00980 | Itäinen 3 | 10 | Harustie, Jaluskuja, Rastilankallio, Meri-Rastilan tie
Aurinkolahti | 00990 | Itäinen 3 | 9 | Leikosaarentie, Solvikinkatu, Aurinkoranta, Iiluodontie
`

export const districts: readonly District[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', postalCode = '', maintenanceArea = '', weight = '', streets = ''] = line.split(' | ')
    return { name, postalCode, maintenanceArea, weight: Number(weight), streets: streets.split(', ') }
  })
