/**
 * English words that say how somebody asks or tells rather than what about: verbs of saying and judging, politeness, words
 * of degree and order. Folded words; their inflections are weak too.
 */
export const WEAK_WORDS = `
say tell speak talk mention remark state comment report describe explain clarify outline summarize summary sum
argue claim assert insist maintain believe think feel consider judge deem reckon assume suppose guess expect hope fear worry
complain warn caution admit acknowledge concede agree disagree deny reject criticize praise welcome regret
note notice observe point indicate show demonstrate illustrate reveal stress emphasize highlight underline underscore
raise bring introduce present conclude close end finish add reply respond answer ask wonder question
recommend suggest propose advise advocate urge call demand want wish seek request appeal plead invite encourage
learn hear read write quote cite refer reference relate concern regard describe define name term
identify list give provide deliver set put take make get let keep hold bring carry run
do happen occur exist appear seem become remain turn stay stand lie go come
look see watch find search seek know understand realize remember forget recall imagine picture
use apply handle deal cope manage tackle address treat face meet cover involve include contain comprise consist
start begin continue proceed try intend aim mean
help need must cause lead result follow depend count matter affect
view opinion position stance attitude idea thought impression feeling perspective perception
point message statement remark word quote argument reason explanation account story
outcome thing matter issue subject question aspect part side kind sort type way manner case example instance detail fact
information info material text passage paragraph line sentence bit piece lot
reference source evidence proof basis ground background context
main major key chief principal central basic overall general specific particular certain various different similar
important relevant interesting useful significant essential crucial serious big great small large huge tiny
good bad better best worse worst well badly fine nice right wrong true false correct
new old current recent latest last first second third next previous former final early late
high low easy hard difficult possible impossible likely unlikely real actual
quick quickly slow slowly soon already today nowadays currently recently finally actually really exactly simply
please kindly thanks thank sorry hello dear sir madam regards
non instead sometimes somehow maybe perhaps probably apparently obviously clearly especially particularly mainly mostly generally usually
according accordingly respective respectively etc
anyone anybody someone somebody everyone everybody nobody people person folk guy man speaker participant expert
yes no ok okay
pick choose select opt prefer
brief briefly long longer full whole entire complete
group factor area focus step item element
two three four five six seven eight nine ten
number amount figure many much several couple other others sit
place time date day moment occasion
want would could should may might shall
explicit explicitly implicit implied directly indirectly
whose whom
`
  .trim()
  .split(/\s+/);
