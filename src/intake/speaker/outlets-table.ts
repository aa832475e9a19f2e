/** Agencies, broadcasters and papers, by their names; more of them than here are told by their kind (outlets.ts). */
export const OUTLETS_TABLE = `
Reuters, AP, Associated Press, AFP, Agence France-Presse, UPI, United Press, Bloomberg, Havas, Stefani, DPA, dpa, ANSA,
EFE, PAP, Tanjug, TASS, Tass, Interfax, RIA, RIA Novosti, Xinhua, Yonhap, Kyodo, KCNA, Antara, Bernama, PTI, APA,
Ukrinform, Anadolu, Anadolu Agency, IRNA, Fars, Tasnim, Mehr, SANA, WAFA, KUNA, WAM, Telam, Prensa Latina, BBC, CNN, NBC,
CBS, ABC, Fox News, Sky News, NPR, NHK, ZDF, ARD, RFI, France 24, Deutsche Welle, Voice of America, Al Jazeera,
Al-Jazeera, Al Arabiya, Axios, Politico, Semafor, Haaretz, Ynet, Pravda, Izvestia, Kommersant, Le Monde, Figaro,
Der Spiegel, Bild, The Times, Guardian, Economist, Globo, Nikkei, Asahi`
