/** Each line: a zone, and the venues of talks in it that are no capitals. */
export const VENUES_TABLE = `
America/New_York: New York, Camp David, Annapolis, Mar-a-Lago, Florida, Philadelphia, Boston, Manhattan
America/Chicago: Chicago, Dallas, Houston
America/Denver: Denver
America/Los_Angeles: San Francisco, Los Angeles, California
America/Anchorage: Anchorage, Alaska
Pacific/Honolulu: Honolulu, Hawaii
America/Toronto: Toronto, Montreal, Quebec
America/Cancun: Cancun
Europe/London: Edinburgh, Glasgow, Belfast, Manchester, Lancaster House, Chequers, Scotland
Europe/Paris: Versailles, Rambouillet, Strasbourg, Nice, Cannes, Evian, Marseille, Lyon
Europe/Zurich: Geneva, Zurich, Lausanne, Davos, Montreux, Basel, Bürgenstock, Lugano, Locarno
Europe/Berlin: Munich, Hamburg, Frankfurt, Dresden, Cologne, Potsdam, Ramstein
Europe/Vienna: Salzburg, Innsbruck
Europe/Rome: Venice, Milan, Naples, Sicily, Trieste, Genoa
Europe/Madrid: Barcelona
Europe/Istanbul: Istanbul, Antalya, Izmir
Europe/Moscow: St Petersburg, St. Petersburg, Sochi, Leningrad, Yalta
Europe/Minsk: Brest
Europe/Warsaw: Gdansk, Krakow, Danzig
Europe/Kyiv: Lviv, Odesa, Odessa
Asia/Almaty: Almaty
Asia/Dubai: Sharjah
Asia/Riyadh: Mecca, Taif
Asia/Gaza: Gaza
Africa/Cairo: Sharm el-Sheikh, Alexandria, Taba
Asia/Amman: Aqaba
Asia/Shanghai: Shanghai, Hangzhou, Tianjin
Asia/Seoul: Panmunjom, Kaesong, Busan
Asia/Tokyo: Osaka, Hiroshima, Nagasaki, Kyoto
Asia/Makassar: Bali
Asia/Kolkata: Mumbai, Bombay, Calcutta, Simla, Shimla, Agra
Asia/Karachi: Karachi, Lahore
Africa/Lagos: Lagos
Africa/Johannesburg: Cape Town, Johannesburg
Africa/Dar_es_Salaam: Arusha
Africa/Casablanca: Marrakesh, Tangier, Algeciras
Australia/Sydney: Sydney, Melbourne
`
