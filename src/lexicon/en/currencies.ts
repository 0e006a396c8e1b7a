/** Names of currencies, and their codes where they are no words; singular and plural. */
export const CURRENCIES: readonly string[] =
  `dollars? euros? pounds? yen yuan renminbi rupees? francs? rubles? roubles? rand naira shillings? pesos? reals? reais baht won
  dong rupiah ringgit kronor kroner krona krone złoty zloty złotys zł lira liras dirhams? riyals? rials? dinars? taka kip kyat cedis? birr
  kwacha pula forint koruna leu lei lev leva hryvnia tenge manat lari dram som cents? usd eur gbp jpy cny inr sgd chf aud cad nzd zar
  kes ngn brl mxn krw thb vnd idr myr php sek nok dkk pln try aed sar xof`
    .trim()
    .split(/\s+/);
