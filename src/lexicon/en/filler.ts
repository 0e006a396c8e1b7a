/** Words about asking rather than about the matter: they are not searched for. Folded words. */
export const FILLER: ReadonlySet<string> = new Set(
  `session sessions event events speaker speakers panellist panellists panelist panelists participant participants people person persons
  expert experts said says saying talk talks talked spoke speak speaking mention mentions mentioned discuss discussed discussion discussions
  message messages point points expression expressions phrase phrases term terms link links linked becoming suggest suggests suggested
  recommended compare compared comparison different various please archive thing things topic topics word words information info detail details archive document documents know known anything
  find search list question answer according regarding concerning related relating example examples instance
  say announce announced happen happened happens face faces faced keep keeps kept take takes took taken formulate formulated hold holds
  held result results cite cites cited exist exists propose proposes proposed include includes included involve involved involving
  address addressed addresses see seen look looks looked use uses used come comes came go goes went become became
  express expressed view views opinion opinions regard matter matters subject subjects issue issues
  advice need needs needed say name named names called give gave mean means meant start started begin began end ended there anyone anybody someone somebody
  monday tuesday wednesday thursday friday saturday sunday
  mr ms mrs dr prof mme herr frau sr sra monsieur madame
  altogether overall together in total
  le la les un une des du de et en sur dans pour qui que est der die das und ein eine von zu uber wer ist el los las y por para quien es`
    .trim()
    .split(/\s+/),
);
