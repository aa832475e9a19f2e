/** Each line: a state, and who has led it or speaks for it. */
export const LEADERS_TABLE = `
United States: Trump Biden Obama Bush Clinton Reagan Carter Ford Nixon Johnson Kennedy Eisenhower Truman Roosevelt Wilson Harris Vance Rubio Blinken Kerry Albright Baker Shultz Kissinger Dulles Witkoff Kellogg Hegseth Sullivan Pompeo Powell Rumsfeld Haig Holbrooke Bessent Lutnick Vance
Russia: Putin Medvedev Yeltsin Lavrov Peskov Medinsky Zakharova Ushakov Ryabkov Shoigu
Soviet Union: Gorbachev Brezhnev Khrushchev Stalin Gromyko Molotov Shevardnadze Andropov Kosygin
Ukraine: Zelensky Zelenskyy Zelenskiy Poroshenko Yermak Umerov Kuleba Sybiha
United Kingdom: Starmer Sunak Truss Johnson May Cameron Brown Blair Major Thatcher Heath Wilson Eden Churchill Chamberlain Asquith Grey Attlee Macmillan Lammy
France: Macron Hollande Sarkozy Chirac Mitterrand Giscard Pompidou Gaulle Poincaré Daladier Mollet
Germany: Merz Scholz Merkel Schröder Schroeder Kohl Schmidt Brandt Adenauer Hitler Ribbentrop
Austria-Hungary: Berchtold Giesl
Serbia: Milosevic Milošević Vucic Vučić Pasic Pašić Milutinovic
Israel: Netanyahu Bennett Lapid Olmert Sharon Barak Rabin Peres Begin Meir Gallant Katz Dermer
Palestine: Abbas Arafat
Iran: Khamenei Pezeshkian Raisi Rouhani Ahmadinejad Khomeini Zarif Araghchi Araqchi
Iraq: Saddam Hussein Aziz
Syria: Assad Sharaa
Egypt: Nasser Sadat Mubarak Sisi
Turkey: Erdogan Erdoğan Fidan Cavusoglu Çavuşoğlu
China: Xi Jinping Mao Deng Zhou
North Korea: Kim
Japan: Ishiba Kishida Abe Takaichi
India: Modi Nehru Gandhi Singh Jaishankar
Pakistan: Sharif Khan Musharraf Bhutto Munir Dar
Argentina: Galtieri Milei
Venezuela: Maduro Chávez Chavez
Cuba: Castro
Armenia: Pashinyan
Azerbaijan: Aliyev
Ethiopia: Abiy
Libya: Gaddafi Qaddafi Haftar
Belarus: Lukashenko
European Union: Barnier Leyen Kallas Borrell Ashton Mogherini Tusk
United Nations: Guterres Annan Ki-moon Boutros-Ghali Thant Hammarskjold Waldheim
Mexico: Sheinbaum
Canada: Carney Trudeau Mulroney
Brazil: Lula Bolsonaro
Colombia: Petro
Ecuador: Noboa
Hungary: Orban Orbán
Italy: Meloni Mussolini
Greece: Mitsotakis
Kosovo: Kurti Thaci Thaçi
Rwanda: Kagame
South Korea: Yoon
Philippines: Marcos Duterte
Cambodia: Manet
Eritrea: Isaias Afwerki
Czechoslovakia: Benes Beneš Hacha
Poland: Beck
NATO: Rutte Stoltenberg
`
