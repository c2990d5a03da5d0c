import type { Culture } from './names'

/** Finnish names. Surnames roughly by how common they are in Finland; given names by sex and by when they were given. */
export const finnish: Culture = {
  share: 750,
  languages: [
    [985, 'fi'],
    [12, 'sv'],
    [3, 'en'],
  ],
  givenNames: [
    [84, 2],
    [16, 3],
  ],
  keepsSurname: 0.3,
  doubleSurname: 0.06,
  withoutCode: 0.003,
  surnames: `Korhonen Virtanen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen
    Lehtinen Saarinen Niemi Salonen Heinonen Heikkilä Salminen Kinnunen Salo Turunen Laitinen Tuominen Rantanen
    Karjalainen Jokinen Mattila Savolainen Lahtinen Ahonen Ojala Leppänen Väisänen Hiltunen Leinonen Miettinen
    Kallio Pitkänen Aaltonen Manninen Koivisto Anttila Hakala Räsänen Laaksonen Hirvonen Lehto Laakso Toivonen
    Mustonen Rantala Aalto Peltonen Niemelä Partanen Kemppainen Nurmi Moilanen Seppälä Vainio Nurminen Rissanen
    Kettunen Salmi Karppinen Heiskanen Pulkkinen Oksanen Lappalainen Saari Eronen Hietala Hyvönen Kärkkäinen
    Mikkola Halonen Asikainen Kokkonen Peltola Ikonen Rautio Sillanpää Tanskanen Vesterinen Nevalainen Pesonen
    Parviainen Koskela Tikkanen Immonen Pekkarinen Makkonen Suominen Määttä Jääskeläinen Toivanen Kauppinen
    Kukkonen Vartiainen Huttunen Ruotsalainen Haapala Kangas Mikkonen Raatikainen Kujala Uusitalo Juntunen
    Puustinen Kuusisto Viitanen Lampinen Hänninen Helenius Rajala Luoma Pursiainen Hokkanen Repo Timonen
    Martikainen Kivelä Honkanen Soininen Tiainen Haapanen Paananen Rinne Pennanen Koponen Hakkarainen Saarela
    Viljanen Hartikainen Sirviö Kortelainen Kuosmanen Malinen Ruuskanen Remes Holopainen Torvinen Hautala Tolonen
    Pasanen Nykänen Kantola Sinkkonen Rossi Kosonen Valkonen Suhonen Pöyhönen Jalonen Hyvärinen Heino Luukkonen
    Tervo Kivinen Alanen Takala Niskanen Vähäkangas Ala-Kokko Ylä-Outinen Keskitalo Isotalo Kaukonen Ketola Sorsa
    Sipilä Äijälä Mäki-Kuutti Pohjola Välimäki Kääriäinen Pääkkönen Tuomi Hyytiäinen Sarkkinen Voutilainen
    Multanen Ollila Paasonen Kervinen Valtonen Kuronen Loponen Muhonen Myllymäki Naukkarinen Nuutinen Ojanen
    Pakarinen Palomäki Penttinen Pirinen Pylkkänen Riikonen Romppanen Ryynänen Saastamoinen Saukkonen
    Silvennoinen Taipale Tarvainen Tirkkonen Tossavainen Tuovinen Ukkonen Utriainen Vanhanen Vepsäläinen
    Viinikainen Väyrynen Väänänen Yrjölä Länsman Näkkäläjärvi Hirvelä Kähkönen Köykkä Lyytikäinen Öystilä`.split(
    /\s+/,
  ),
  first: [
    {
      bornFrom: 0,
      women: `Anna Aino Aili Aune Elsa Helmi Hilja Irja Kerttu Lempi Maire Martta Raili Raija Rauha Sirkka
        Sirkka-Liisa Toini Tyyne Vieno Eila Eeva Irma Kaarina Anja Liisa Maija Maija-Liisa Marjatta Ritva Pirkko
        Seija Terttu Helvi Saima Sylvi Hellevi Tellervo`.split(/\s+/),
      men: `Erkki Matti Pentti Veikko Eino Reino Toivo Väinö Martti Heikki Kauko Lauri Aarne Arvo Esko Kalevi
        Kalle Niilo Oiva Olavi Onni Paavo Risto Sulo Taisto Tauno Unto Urho Viljo Yrjö Aulis Eero Raimo Seppo`.split(
        /\s+/,
      ),
    },
    {
      bornFrom: 1946,
      women:
        `Päivi Tuula Ritva Leena Pirjo Riitta Anne Eija Marja Sirpa Tarja Merja Sari Tiina Minna Kirsi Raija
        Seija Ulla Arja Marja-Leena Anneli Hannele Helena Hilkka Jaana Kaija Liisa Maarit Mirja Outi Paula Pirkko
        Satu Sinikka Soile Tuija Virpi Anna-Liisa Kristiina`.split(/\s+/),
      men: `Juha Timo Kari Jukka Matti Pekka Jari Mika Hannu Heikki Markku Seppo Ari Pertti Harri Ilkka Jarmo
        Jouko Jouni Juha-Pekka Kimmo Lasse Marko Olli Pasi Petri Raimo Rauno Reijo Risto Sami Tapani Tapio Tomi
        Tuomo Vesa Veli-Matti Arto Jorma Esa`.split(/\s+/),
    },
    {
      bornFrom: 1975,
      women:
        `Laura Anna Hanna Johanna Heidi Jenni Maria Sanna Elina Noora Mari Emilia Katja Annika Eveliina Heini
        Henna Iida Jonna Julia Kaisa Katri Krista Linda Maija Marika Meri Milla Minna Mira Niina Nina Outi Piia
        Pinja Riikka Roosa Saara Salla Sara Satu Sini Suvi Susanna Tanja Veera Anni Essi Jasmin Anna-Maija`.split(
          /\s+/,
        ),
      men: `Mikko Antti Ville Janne Jani Teemu Juho Lauri Joonas Toni Aleksi Tuomas Sami Markus Arttu Eero Eetu
        Henri Ilari Jaakko Jere Jesse Joni Jukka Juuso Kalle Kim Matias Matti Mikael Miika Niko Olli Otto Panu
        Riku Roope Samuli Santeri Simo Timo Tommi Topi Tuukka Valtteri Ville-Veikko Esa-Pekka`.split(/\s+/),
    },
    {
      bornFrom: 2000,
      women:
        `Aino Emma Sofia Olivia Ella Helmi Venla Aada Isla Lilja Aava Alina Alma Amanda Anni Eevi Elli Ellen
        Elsa Emilia Enni Eveliina Hertta Hilla Hilma Iida Kerttu Linnea Lumi Mila Minea Neea Nella Nelli Oona
        Pihla Peppi Saaga Saimi Stella Taika Veera Viivi Viola Vilma`.split(/\s+/),
      men: `Leo Elias Oliver Eino Väinö Onni Leevi Noel Toivo Emil Aaro Aarni Aatos Akseli Alvar Antton Arvo Daniel
        Eeli Eemeli Eetu Elmeri Hugo Iivo Joel Joona Julius Kasper Lenni Luka Luukas Max Mikael Nooa Oiva Otso
        Otto Peetu Pyry Rasmus Sulo Urho Vilho Viljami`.split(/\s+/),
    },
  ],
  further: {
    women:
      `Maria Johanna Helena Anneli Kaarina Marjatta Hannele Kristiina Liisa Emilia Elina Tuulikki Annikki Sofia
      Katariina Inkeri Elisabet Susanna Marika Orvokki Mirjami Tellervo Irmeli Eveliina Aurora Amanda Matilda
      Sinikka Kyllikki Pauliina`.split(/\s+/),
    men: `Juhani Johannes Olavi Antero Tapani Tapio Kalevi Mikael Matti Pekka Ilmari Petteri Matias Oskari Kristian
      Henrik Sakari Aleksi Kullervo Eemeli Valtteri Ensio Armas Einari Uolevi Samuel Elias Edvard Aukusti
      Onni`.split(/\s+/),
  },
}
