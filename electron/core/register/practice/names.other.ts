import type { Culture } from './names'

const words = (text: string) => text.trim().split(/\s+/)

/** A culture by its language: most speak it to the desk too, some are marked with Finnish or English. */
function culture(
  language: string,
  share: number,
  women: string,
  men: string,
  surnames: string | readonly string[],
  more: Partial<Culture> = {},
): Culture {
  return {
    share,
    languages: [
      [72, language],
      [19, 'fi'],
      [9, 'en'],
    ],
    first: [{ bornFrom: 0, women: words(women), men: words(men) }],
    givenNames: [
      [45, 1],
      [45, 2],
      [10, 3],
    ],
    surnames: typeof surnames === 'string' ? words(surnames) : surnames,
    keepsSurname: 0.3,
    doubleSurname: 0.02,
    withoutCode: 0.04,
    ...more,
  }
}

/** Names of residents with roots elsewhere, as the population register writes them. */
export const otherCultures: readonly Culture[] = [
  culture(
    'ru',
    36,
    `Jelena Olga Natalia Tatjana Irina Svetlana Anna Maria Jekaterina Ljudmila Galina Marina Julia Anastasia Daria
     Nadežda Vera Valentina Larisa Alina Polina Ksenia`,
    `Aleksandr Sergei Vladimir Andrei Aleksei Dmitri Mihail Igor Juri Viktor Nikolai Ivan Maksim Oleg Pavel Roman
     Jevgeni Denis Artjom Konstantin Ilja`,
    `Ivanov Smirnov Kuznetsov Popov Vasiljev Petrov Sokolov Mihailov Novikov Fjodorov Morozov Volkov Aleksejev
     Lebedev Semjonov Jegorov Pavlov Kozlov Stepanov Nikolajev Orlov Andrejev Makarov Nikitin Zaharov Zaitsev
     Solovjov Borisov Jakovlev Grigorjev Vorobjov Sergejev Kuzmin Frolov Dmitrijev Koroljov Gusev Kiseljov Iljin
     Žukovski Tšaikovski`,
    { declined: true, keepsSurname: 0.15 },
  ),
  culture(
    'et',
    26,
    `Kristiina Piret Kadri Liis Anu Triin Katrin Tiina Kersti Maarja Mari-Liis Õnne Signe Ülle Merike Helle Riina
     Kairi Laura Eliise`,
    'Margus Toomas Andres Tõnu Jaan Rein Priit Indrek Marko Taavi Kristjan Urmas Tiit Ülo Märt Rasmus Siim Martin Karl',
    `Tamm Saar Sepp Mägi Kask Kukk Rebane Ilves Pärn Koppel Luik Oja Raudsepp Lepik Kallas Teder Põder Vaher Kuusk
     Kivi Õunapuu Jõgi Lõhmus Tõnisson Väli`,
  ),
  culture(
    'so',
    34,
    `Fadumo Amina Halima Hodan Ayaan Sahra Khadija Maryan Hibo Ifrah Nasra Zahra Ubah Deqa Idil Hamdi Fartun Sagal
     Asha Ruqiya Muna Ikran`,
    `Mohamed Abdi Ahmed Hassan Abdirahman Yusuf Ali Abdullahi Omar Ibrahim Liban Mahad Zakaria Bashir Ismail Mustafe
     Abdirizak Guled Nur Khalid Sharmarke`,
    `Mohamed Ali Ahmed Hassan Abdi Hussein Ibrahim Omar Osman Yusuf Farah Warsame Jama Nur Adan Abdullahi Isse Aden
     Mohamud Elmi Guled Hirsi Sheikh Mahamud Diriye Barre Said Duale Egal Samatar`,
    {
      keepsSurname: 0.97,
      givenNames: [
        [20, 1],
        [65, 2],
        [15, 3],
      ],
    },
  ),
  culture(
    'ar',
    26,
    `Fatima Zainab Noor Maryam Amal Huda Layla Rana Sara Hanan Iman Rasha Dunya Yasmin Zahraa Ruqaya Salma Hiba
     Nadia Samira Aya`,
    `Mohammed Ali Ahmed Hussein Mustafa Omar Hassan Abdullah Karrar Yousef Khalid Mahmoud Haider Saif Tariq Samir
     Bilal Ibrahim Anas Ziad Jaafar`,
    `Al-Hassan Al-Jubouri Hussein Mahmoud Khalil Saleh Abbas Jassim Kadhim Al-Saadi Abdullah Al-Baghdadi Hamdan
     Haddad Nasser Mansour Al-Khafaji Younis Rahman Sabri Al-Tamimi Othman Aziz El-Sayed Benali Al-Rubaie`,
    { keepsSurname: 0.9 },
  ),
  culture(
    'ku',
    11,
    'Shilan Avin Rojin Berivan Hawar Nazdar Zozan Dilan Gulistan Shirin Awaz Helin Runak Nergiz Parwin Sozan',
    'Rebwar Azad Karwan Dilshad Soran Hiwa Baran Kawa Sherko Rojhat Serhat Aram Bakhtiar Goran Zana Diyar',
    'Rashid Amin Karim Qadir Salih Aziz Sharif Rasul Demir Botan Kaya Doğan Mirza Hamid Faraj Hama Tofiq Bakir Omer',
    { keepsSurname: 0.7 },
  ),
  culture(
    'en',
    9,
    `Grace Sarah Mary Joy Blessing Emily Charlotte Patience Faith Abena Ngozi Chioma Victoria Wanjiru Siobhán Aoife
     Jennifer Elizabeth`,
    `James John David Michael Emmanuel Samuel Daniel Kwame Chinedu Peter Patrick Seán Joseph Kofi Femi George
     Christopher Brian`,
    `Smith O'Brien Johnson Williams Brown O'Connor Taylor Wilson Okafor Adeyemi Mensah Okonkwo Asante Owusu Boateng
     Njoroge Mwangi D'Souza MacDonald McCarthy O'Neill Fitzgerald Eze Walker-Hughes`,
    {
      languages: [
        [80, 'en'],
        [20, 'fi'],
      ],
    },
  ),
  culture(
    'vi',
    8,
    'Lan Thi-Hoa Mai Huong Linh Thuy Ngoc Anh Hanh Phuong Trang Thao Nga Kim Tuyet Yen Bich Dung',
    'Minh Van-Tuan Hung Duc Long Nam Quang Thanh Tuan Hai Khanh Phong Binh Son Vinh Dat Bao Cuong',
    'Nguyen Tran Le Pham Hoang Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly Dinh Truong Luong Huynh',
    { keepsSurname: 0.92 },
  ),
  culture(
    'fa',
    8,
    'Zahra Maryam Fatemeh Leila Parisa Nasrin Shirin Mina Sahar Farzaneh Laleh Soraya Nilofar Golnaz Roya Mahsa',
    'Mohammad Ali Reza Hossein Mehdi Amir Hamid Saeed Farhad Behrouz Jawad Omid Nader Kambiz Arash Mahdi',
    `Ahmadi Hosseini Mohammadi Rezaei Karimi Moradi Rahimi Jafari Sadeghi Ebrahimi Haidari Sultani Nazari Akbari
     Hashemi Alizadeh Mousavi Noori Rostami Azizi`,
    { keepsSurname: 0.9 },
  ),
  culture(
    'sq',
    6,
    'Arta Vlora Shqipe Albulena Drita Fatime Valbona Teuta Blerta Elira Mirjeta Besa Lindita Arbnora Flutura',
    'Agron Besim Arben Driton Faton Bekim Luan Blerim Valon Ilir Shpend Fisnik Ardian Kushtrim Liridon',
    `Krasniqi Gashi Berisha Morina Shala Bytyqi Hoxha Kryeziu Thaçi Rexhepi Ahmeti Haliti Osmani Zeqiri Jashari
     Kelmendi Bajrami Shehu Dervishi`,
  ),
  culture(
    'tr',
    6,
    'Ayşe Fatma Emine Hatice Zeynep Elif Meryem Gül Özlem Sevgi Derya Büşra Yasemin İrem Nur Şebnem',
    'Mehmet Mustafa Ahmet Ali Hüseyin Hasan Murat Ömer Emre Kemal Çağlar Serkan Tolga Yusuf Barış Volkan',
    `Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Koç Kurt Özkan
     Şimşek Polat`,
  ),
  culture(
    'ne',
    6,
    `Sita Anjali Sunita Priya Lakshmi Bimala Kavita Sabina Nirmala Deepa Sushila Rojina Meenakshi Subhashini
     Shanthakumari Farhana`,
    `Ram Suresh Bikash Prakash Rajesh Krishna Deepak Sanjay Ramesh Dipendra Nabin Arjun Balakrishnan Vijayakumar
     Gopalakrishnan Tanvir`,
    `Sharma Gurung Thapa Shrestha Tamang Rai Adhikari Singh Kumar Patel Hossain Khan Wijesinghe Ratnayake Jayawardena
     Venkataraman Krishnamoorthy Balasubramaniam Thirunavukkarasu Wickramasinghe`,
    {
      doubleSurname: 0.06,
      languages: [
        [34, 'ne'],
        [12, 'ta'],
        [10, 'si'],
        [10, 'bn'],
        [6, 'hi'],
        [20, 'en'],
        [8, 'fi'],
      ],
    },
  ),
  culture(
    'es',
    4,
    'María Carmen Lucía Ana Sofía Isabel Rosa Paula Inês Aïcha Mariama Beatriz Camille Noémie Andreea Ioana',
    'José Juan Carlos Luis Miguel Javier Antonio João Pedro Rafael Cheikh François Jean-Baptiste Andrei Mihai',
    [
      ...words(`García Rodríguez Fernández Núñez Muñoz Gutiérrez Ferreira Oliveira Dupont Lefèvre N'Diaye N'Guessan
        D'Angelo Ionescu Popescu González-Álvarez`),
      'de la Cruz',
      'da Silva',
      'dos Santos',
    ],
    {
      keepsSurname: 0.85,
      languages: [
        [32, 'es'],
        [18, 'pt'],
        [18, 'fr'],
        [10, 'ro'],
        [12, 'fi'],
        [10, 'en'],
      ],
    },
  ),
]
