/**
 * Names and descriptions of the commands in the languages of the United Nations that Discord offers (Arabic it does not).
 * A command without an entry keeps its English name. Names follow Discord's pattern: lower case, no blanks.
 */
type Table = Readonly<Record<string, string>>;

/** Discord has Spanish twice, for Spain and for Latin America. */
function languages(fr: string, es: string, ru: string, zh: string): Table {
  return { fr, 'es-ES': es, 'es-419': es, ru, 'zh-CN': zh };
}

export const NAMES: Readonly<Record<string, Table>> = {
  sessions: languages('sessions', 'sesiones', 'сессии', '会议'),
  speaker: languages('intervenant', 'ponente', 'докладчик', '发言人'),
  recommendations: languages('recommandations', 'recomendaciones', 'рекомендации', '建议'),
  ask: languages('demander', 'preguntar', 'спросить', '提问'),
  open: languages('ouvrir', 'abrir', 'открыть', '打开'),
  help: languages('aide', 'ayuda', 'справка', '帮助'),
};

export const DESCRIPTIONS: Readonly<Record<string, Table>> = {
  sessions: languages(
    'Trouver des sessions par thème, objectif, pays, organisation, date ou mots',
    'Buscar sesiones por tema, objetivo, país, organización, fecha o palabras',
    'Найти сессии по теме, цели, стране, организации, дате или словам',
    '按主题、目标、国家、组织、日期或词语查找会议',
  ),
  speaker: languages(
    "Voir qui est une personne, où elle est intervenue et ce qu'elle a dit",
    'Ver quién es una persona, dónde intervino y qué dijo',
    'Узнать, кто этот человек, где выступал и что сказал',
    '查看某人的身份、发言场合和发言内容',
  ),
  recommendations: languages(
    'Lister ce qui a été recommandé sur un thème, par qui et à qui',
    'Ver qué se recomendó sobre un tema, quién lo hizo y a quién',
    'Показать рекомендации по теме: чьи они и кому адресованы',
    '列出某一主题的建议、提出者和对象',
  ),
  ask: languages(
    'Poser une question : qui a dit quoi, combien, quand',
    'Hacer una pregunta: quién dijo qué, cuántos, cuándo',
    'Задать вопрос: кто что сказал, сколько, когда',
    '用日常语言提问：谁说了什么、多少、何时',
  ),
  open: languages(
    'Ouvrir une session, une contribution, une organisation, un thème ou un document',
    'Abrir una sesión, una contribución, una organización, un tema o un documento',
    'Открыть сессию, высказывание, организацию, тему или документ',
    '打开一场会议、一条发言、一个组织、主题或文件',
  ),
  help: languages(
    'Expliquer ce que vous pouvez demander, ou une commande',
    'Explicar qué se puede preguntar, o un comando',
    'Объяснить, о чём можно спросить, или одну команду',
    '说明可以询问的内容或某个命令',
  ),
};

export const PRIVATE_OPTION: Table = languages(
  'Montrer la réponse à vous seul ; vous pourrez la partager ensuite',
  'Mostrar la respuesta solo a usted; después podrá compartirla',
  'Показать ответ только вам; потом им можно поделиться',
  '答案只对您可见，之后可以分享',
);

export const RELATED_MENU: Table = languages(
  'Trouver des sessions liées',
  'Buscar sesiones relacionadas',
  'Найти похожие сессии',
  '查找相关会议',
);

export const WHO_MENU: Table = languages(
  'De qui s’agit-il ?',
  '¿De quién se trata?',
  'О ком здесь речь?',
  '这是关于谁的？',
);
