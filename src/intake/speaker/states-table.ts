/** Each line: name | adjectives and peoples | capital and metonyms | zone of the capital. */
export const STATES_TABLE = `
United States,US,U.S.,USA,America,United States of America | American,Americans | Washington,White House,Pentagon,State Department,Oval Office,Foggy Bottom,Capitol Hill,CIA,National Security Council,U.S. Treasury | America/New_York
Russia,Russian Federation | Russian,Russians | Moscow,Kremlin,FSB,Duma,State Duma | Europe/Moscow
Soviet Union,USSR,U.S.S.R. | Soviet,Soviets |  | Europe/Moscow
Ukraine | Ukrainian,Ukrainians | Kyiv,Kiev,Verkhovna Rada | Europe/Kyiv
United Kingdom,UK,U.K.,Britain,Great Britain,England | British,Britons,Briton | London,Downing Street,No 10,Whitehall,Foreign Office,Westminster,House of Commons,MI6,No. 10 | Europe/London
France | French | Paris,Elysee,Élysée,Quai d'Orsay,Quai d’Orsay,Matignon | Europe/Paris
Germany,West Germany,German Reich | German,Germans,Prussian | Berlin,Bonn,Wilhelmstrasse,Bundestag,Chancellery | Europe/Berlin
East Germany,German Democratic Republic | East German | East Berlin | Europe/Berlin
Austria-Hungary | Austro-Hungarian,Austro-Hungarians | Ballhausplatz | Europe/Vienna
Austria | Austrian,Austrians | Vienna | Europe/Vienna
Hungary | Hungarian,Hungarians | Budapest | Europe/Budapest
Serbia,Servia | Serbian,Serb,Serbs,Servian,Serbians | Belgrade | Europe/Belgrade
Yugoslavia | Yugoslav,Yugoslavs |  | Europe/Belgrade
Kosovo | Kosovar,Kosovars,Kosovo Albanian,Kosovo Albanians | Pristina | Europe/Belgrade
Bosnia,Bosnia-Herzegovina | Bosnian,Bosnians | Sarajevo | Europe/Sarajevo
Croatia | Croatian,Croat,Croats | Zagreb | Europe/Zagreb
Slovenia | Slovenian,Slovene,Slovenes | Ljubljana | Europe/Ljubljana
North Macedonia,Macedonia | Macedonian,Macedonians | Skopje | Europe/Skopje
Montenegro | Montenegrin |  Podgorica | Europe/Podgorica
Albania | Albanian,Albanians | Tirana | Europe/Tirane
Italy | Italian,Italians | Rome,Quirinal,Palazzo Chigi | Europe/Rome
Vatican,Holy See | Papal,Pope,pope | Vatican City | Europe/Vatican
Spain | Spanish,Spaniards | Madrid | Europe/Madrid
Portugal | Portuguese | Lisbon | Europe/Lisbon
Ireland | Irish | Dublin | Europe/Dublin
Belgium | Belgian,Belgians | | Europe/Brussels
Netherlands,Holland | Dutch | The Hague,Amsterdam | Europe/Amsterdam
Luxembourg | Luxembourgish |  | Europe/Luxembourg
Switzerland | Swiss | Bern,Berne | Europe/Zurich
Denmark | Danish,Danes | Copenhagen | Europe/Copenhagen
Greenland | Greenlandic,Greenlanders | Nuuk | America/Nuuk
Norway | Norwegian,Norwegians | Oslo | Europe/Oslo
Sweden | Swedish,Swedes | Stockholm | Europe/Stockholm
Finland | Finnish,Finns | Helsinki | Europe/Helsinki
Iceland | Icelandic | Reykjavik,Reykjavík | Atlantic/Reykjavik
Poland | Polish,Poles | Warsaw | Europe/Warsaw
Czechoslovakia | Czechoslovak,Czechoslovakian,Czechoslovaks |  | Europe/Prague
Czech Republic,Czechia | Czech,Czechs | Prague | Europe/Prague
Slovakia | Slovak,Slovaks | Bratislava | Europe/Bratislava
Romania | Romanian,Romanians | Bucharest | Europe/Bucharest
Bulgaria | Bulgarian,Bulgarians | Sofia | Europe/Sofia
Greece | Greek,Greeks | Athens | Europe/Athens
Cyprus | Cypriot,Cypriots,Greek Cypriot,Turkish Cypriot | Nicosia | Asia/Nicosia
Malta | Maltese | Valletta | Europe/Malta
Moldova | Moldovan,Moldovans | Chisinau | Europe/Chisinau
Belarus | Belarusian,Belarusians,Belarussian | Minsk | Europe/Minsk
Estonia | Estonian,Estonians | Tallinn | Europe/Tallinn
Latvia | Latvian,Latvians | Riga | Europe/Riga
Lithuania | Lithuanian,Lithuanians | Vilnius | Europe/Vilnius
Turkey,Türkiye,Turkiye,Ottoman Empire | Turkish,Turks,Ottoman | Ankara,Sublime Porte,Constantinople | Europe/Istanbul
Georgia | Georgian,Georgians | Tbilisi | Asia/Tbilisi
Armenia | Armenian,Armenians | Yerevan | Asia/Yerevan
Azerbaijan | Azerbaijani,Azerbaijanis,Azeri,Azeris | Baku | Asia/Baku
Kazakhstan | Kazakh,Kazakhs | Astana | Asia/Almaty
Uzbekistan | Uzbek,Uzbeks | Tashkent | Asia/Tashkent
Kyrgyzstan | Kyrgyz | Bishkek | Asia/Bishkek
Tajikistan | Tajik,Tajiks | Dushanbe | Asia/Dushanbe
Turkmenistan | Turkmen | Ashgabat | Asia/Ashgabat
Iran,Persia | Iranian,Iranians,Persian | Tehran,Teheran,IRGC,Revolutionary Guards | Asia/Tehran
Iraq | Iraqi,Iraqis | Baghdad | Asia/Baghdad
Kuwait | Kuwaiti,Kuwaitis | Kuwait City | Asia/Kuwait
Saudi Arabia | Saudi,Saudis | Riyadh,Jeddah | Asia/Riyadh
Qatar | Qatari,Qataris | Doha | Asia/Qatar
United Arab Emirates,UAE,U.A.E.,Emirates | Emirati,Emiratis | Abu Dhabi,Dubai | Asia/Dubai
Oman | Omani,Omanis | Muscat | Asia/Muscat
Bahrain | Bahraini | Manama | Asia/Bahrain
Yemen | Yemeni,Yemenis | Sanaa,Sana'a,Aden | Asia/Aden
Syria | Syrian,Syrians | Damascus | Asia/Damascus
Lebanon | Lebanese | Beirut | Asia/Beirut
Israel | Israeli,Israelis | Jerusalem,Tel Aviv,Mossad,Knesset,IDF | Asia/Jerusalem
Palestine,Palestinian Authority | Palestinian,Palestinians | Ramallah | Asia/Hebron
Jordan | Jordanian,Jordanians | Amman | Asia/Amman
Egypt,United Arab Republic | Egyptian,Egyptians | Cairo | Africa/Cairo
Libya | Libyan,Libyans | Tripoli | Africa/Tripoli
Tunisia | Tunisian,Tunisians | Tunis | Africa/Tunis
Algeria | Algerian,Algerians | Algiers | Africa/Algiers
Morocco | Moroccan,Moroccans | Rabat | Africa/Casablanca
Mauritania | Mauritanian | Nouakchott | Africa/Nouakchott
Mali | Malian,Malians | Bamako | Africa/Bamako
Niger | Nigerien,Nigeriens | Niamey | Africa/Niamey
Nigeria | Nigerian,Nigerians | Abuja | Africa/Lagos
Burkina Faso | Burkinabe | Ouagadougou | Africa/Ouagadougou
Ghana | Ghanaian,Ghanaians | Accra | Africa/Accra
Senegal | Senegalese | Dakar | Africa/Dakar
Gambia | Gambian,Gambians | Banjul | Africa/Banjul
Guinea | Guinean | Conakry | Africa/Conakry
Ivory Coast,Côte d'Ivoire | Ivorian,Ivorians | Abidjan | Africa/Abidjan
Liberia | Liberian,Liberians | Monrovia | Africa/Monrovia
Sierra Leone | Sierra Leonean | Freetown | Africa/Freetown
Cameroon | Cameroonian | Yaounde | Africa/Douala
Chad | Chadian,Chadians | N'Djamena | Africa/Ndjamena
Central African Republic | Central African | Bangui | Africa/Bangui
Congo,DR Congo,Democratic Republic of Congo,Democratic Republic of the Congo | Congolese | Kinshasa | Africa/Kinshasa
Rwanda | Rwandan,Rwandans | Kigali | Africa/Kigali
Burundi | Burundian | Bujumbura | Africa/Bujumbura
Uganda | Ugandan,Ugandans | Kampala | Africa/Kampala
Kenya | Kenyan,Kenyans | Nairobi | Africa/Nairobi
Tanzania | Tanzanian | Dodoma,Dar es Salaam | Africa/Dar_es_Salaam
Somalia | Somali,Somalis | Mogadishu | Africa/Mogadishu
Somaliland | Somalilander | Hargeisa | Africa/Mogadishu
Djibouti | Djiboutian |  | Africa/Djibouti
Eritrea | Eritrean,Eritreans | Asmara | Africa/Asmara
Ethiopia,Abyssinia | Ethiopian,Ethiopians | Addis Ababa | Africa/Addis_Ababa
South Sudan | South Sudanese | Juba | Africa/Juba
Sudan | Sudanese | Khartoum,Port Sudan | Africa/Khartoum
Angola | Angolan,Angolans | Luanda | Africa/Luanda
Mozambique | Mozambican | Maputo | Africa/Maputo
Zambia | Zambian | Lusaka | Africa/Lusaka
Zimbabwe,Rhodesia | Zimbabwean,Rhodesian | Harare,Salisbury | Africa/Harare
South Africa | South African,South Africans | Pretoria | Africa/Johannesburg
Namibia | Namibian | Windhoek | Africa/Windhoek
India | Indian,Indians | New Delhi,Delhi | Asia/Kolkata
Pakistan | Pakistani,Pakistanis | Islamabad,Rawalpindi | Asia/Karachi
Bangladesh | Bangladeshi | Dhaka | Asia/Dhaka
Sri Lanka | Sri Lankan | Colombo | Asia/Colombo
Nepal | Nepali,Nepalese | Kathmandu | Asia/Kathmandu
Maldives | Maldivian | Male | Indian/Maldives
Afghanistan | Afghan,Afghans | Kabul | Asia/Kabul
China,People's Republic of China | Chinese | Beijing,Peking,Zhongnanhai | Asia/Shanghai
Taiwan | Taiwanese | Taipei | Asia/Taipei
Hong Kong | Hongkongers |  | Asia/Hong_Kong
Japan | Japanese | Tokyo | Asia/Tokyo
North Korea | North Korean,North Koreans | Pyongyang | Asia/Pyongyang
South Korea | South Korean,South Koreans | Seoul,Blue House | Asia/Seoul
Mongolia | Mongolian | Ulaanbaatar,Ulan Bator | Asia/Ulaanbaatar
Vietnam,Viet Nam | Vietnamese |  | Asia/Ho_Chi_Minh
North Vietnam | North Vietnamese | Hanoi | Asia/Ho_Chi_Minh
South Vietnam | South Vietnamese | Saigon | Asia/Ho_Chi_Minh
Cambodia | Cambodian,Cambodians | Phnom Penh | Asia/Phnom_Penh
Laos | Lao,Laotian | Vientiane | Asia/Vientiane
Thailand | Thai,Thais | Bangkok | Asia/Bangkok
Myanmar,Burma | Burmese | Naypyidaw,Rangoon | Asia/Yangon
Malaysia | Malaysian,Malaysians | Kuala Lumpur,Putrajaya | Asia/Kuala_Lumpur
Singapore | Singaporean |  | Asia/Singapore
Indonesia | Indonesian,Indonesians | Jakarta | Asia/Jakarta
East Timor,Timor-Leste | Timorese | Dili | Asia/Dili
Philippines | Philippine,Filipino,Filipinos | Manila | Asia/Manila
Australia | Australian,Australians | Canberra | Australia/Sydney
New Zealand | New Zealander | Wellington | Pacific/Auckland
Papua New Guinea | Papuan | Port Moresby | Pacific/Port_Moresby
Solomon Islands | Solomon Islander | Honiara | Pacific/Guadalcanal
Fiji | Fijian | Suva | Pacific/Fiji
Canada | Canadian,Canadians | Ottawa | America/Toronto
Mexico | Mexican,Mexicans | Mexico City | America/Mexico_City
Cuba | Cuban,Cubans | Havana | America/Havana
Haiti | Haitian,Haitians | Port-au-Prince | America/Port-au-Prince
Dominican Republic | Dominican | Santo Domingo | America/Santo_Domingo
Jamaica | Jamaican | Kingston | America/Jamaica
Guatemala | Guatemalan | Guatemala City | America/Guatemala
Honduras | Honduran,Hondurans | Tegucigalpa | America/Tegucigalpa
El Salvador | Salvadoran | San Salvador | America/El_Salvador
Nicaragua | Nicaraguan | Managua | America/Managua
Costa Rica | Costa Rican | San Jose | America/Costa_Rica
Panama | Panamanian,Panamanians | Panama City | America/Panama
Venezuela | Venezuelan,Venezuelans | Caracas,Miraflores | America/Caracas
Guyana | Guyanese | Georgetown | America/Guyana
Colombia | Colombian,Colombians | Bogota,Bogotá | America/Bogota
Ecuador | Ecuadorean,Ecuadorian | Quito | America/Guayaquil
Peru | Peruvian,Peruvians | Lima | America/Lima
Bolivia | Bolivian,Bolivians | La Paz | America/La_Paz
Brazil | Brazilian,Brazilians | Brasilia,Brasília | America/Sao_Paulo
Paraguay | Paraguayan | Asuncion,Asunción | America/Asuncion
Uruguay | Uruguayan | Montevideo | America/Montevideo
Chile | Chilean,Chileans | Santiago | America/Santiago
Argentina | Argentine,Argentinian,Argentines | Buenos Aires,Casa Rosada | America/Argentina/Buenos_Aires
Benin,Dahomey | Beninese | Cotonou,Porto-Novo | Africa/Porto-Novo
Togo | Togolese | Lome,Lomé | Africa/Lome
Gabon | Gabonese | Libreville | Africa/Libreville
Guinea-Bissau | Bissau-Guinean | Bissau | Africa/Bissau
Botswana | | Gaborone | Africa/Gaborone
Malawi | Malawian,Malawians | Lilongwe | Africa/Blantyre
Lesotho | | Maseru | Africa/Maseru
Eswatini,Swaziland | Swazi | Mbabane | Africa/Mbabane
Madagascar | Malagasy,Madagascan | Antananarivo | Indian/Antananarivo
Mauritius | Mauritian,Mauritians | Port Louis | Indian/Mauritius
Comoros | Comorian | Moroni | Indian/Comoro
Seychelles | Seychellois | | Indian/Mahe
Cape Verde | Cape Verdean | Praia | Atlantic/Cape_Verde
Zaire | Zairean,Zairian,Zaireans | | Africa/Kinshasa
Katanga | Katangan,Katangese | Elisabethville | Africa/Lubumbashi
Biafra | Biafran,Biafrans | Enugu | Africa/Lagos
Bhutan | Bhutanese | Thimphu | Asia/Thimphu
Brunei | Bruneian | | Asia/Brunei
Ceylon | Ceylonese | | Asia/Colombo
Siam | Siamese | | Asia/Bangkok
Bahamas | Bahamian | Nassau | America/Nassau
Barbados | Barbadian | Bridgetown | America/Barbados
Belize | Belizean | Belmopan | America/Belize
Grenada | Grenadian | | America/Grenada
Suriname | Surinamese | Paramaribo | America/Paramaribo
Trinidad and Tobago,Trinidad | Trinidadian | Port of Spain | America/Port_of_Spain
Tonga | Tongan,Tongans | Nuku'alofa | Pacific/Tongatapu
Vanuatu | | Port Vila | Pacific/Efate
Abkhazia | Abkhaz,Abkhazian | Sukhumi | Asia/Tbilisi
Transnistria | Transnistrian | Tiraspol | Europe/Chisinau
European Union,EU,E.U.,European Community,EEC,EC | European | European Commission,Berlaymont,European Council,Eurogroup,Eurozone,eurozone,Brussels | Europe/Brussels
United Nations,UN,U.N. | | UN Security Council,U.N. Security Council | America/New_York
African Union,AU,A.U. | | | Africa/Addis_Ababa
Arab League | | | Africa/Cairo
NATO,Nato,North Atlantic alliance | | North Atlantic Council | Europe/Brussels
`
