/**
 * Names of people as an archive of international events has them: of many languages, with their marks, particles and hyphens.
 * A small part of the names is held back: whoever is called by them is known to be absent.
 */
import { fold } from '../../src/text/fold.ts';
import { pick, type Random } from './random.ts';

interface Culture {
  readonly given: readonly string[];
  /** Beginnings and endings of surnames; each pair is one surname. */
  readonly stems: readonly string[];
  readonly endings: readonly string[];
  /** Written before the surname, now and then. */
  readonly particles?: readonly string[];
}

const split = (list: string): readonly string[] => list.trim().split(/\s+/);
/** `.` stands for no ending. */
const endings = (list: string): readonly string[] => split(list).map((one) => (one === '.' ? '' : one));

const CULTURES: readonly Culture[] = [
  {
    given: split(
      'Anna Jürgen Käthe Günther Lena Björn Sören Heike Ulrike Matthias Jörg Sabine Bärbel Friedrich Hannelore Jonas Wolfgang Anke',
    ),
    stems: split(
      'Müll Schröd Köhl Bäck Düll Weiß Groß Krüg Schäf Jäg Hübn Böhm Lindn Brandt Neum Hoffm Stein Berg Rosen Kön',
    ),
    endings: endings('er mann . lein inger berg haus ert'),
    particles: ['von', 'zu'],
  },
  {
    given: split(
      'José María Andrés Lucía Ángel Sofía Iñigo Begoña Ramón Inés Joaquín Mónica Óscar Verónica Raúl Ximena Benjamín Pilar',
    ),
    stems: split(
      'Quiñ Núñ Muñ Garc Lóp Fernánd Rodrígu Martín Gonzál Sánch Péral Velasc Ibáñ Ordóñ Márqu Zúñig Becerr Castill Herrer Montoy',
    ),
    endings: endings('ez ía o a ones ero oz es'),
    particles: ['de la', 'del', 'de'],
  },
  {
    given: split(
      'Łukasz Agnieszka Wojciech Małgorzata Paweł Grażyna Stanisław Katarzyna Michał Zofia Bartłomiej Elżbieta Krzysztof Jadwiga',
    ),
    stems: split(
      'Kowal Wiśniew Dąbrow Lewandow Zielin Szymań Woźni Kozłow Jankow Mazur Krawcz Piotrow Grabow Pawłow Michal Nowak Wróbl Stępn',
    ),
    endings: endings('ski ska czyk ak iewicz owicz ek .'),
  },
  {
    given: split(
      'Natalia Dmitri Olga Sergei Irina Alexei Tatiana Mikhail Ekaterina Vladimir Galina Pavel Svetlana Yuri Ludmila Andrei Nadezhda',
    ),
    stems: split(
      'Pop Ivan Smirn Kuznets Sokol Volk Morozn Leb Petr Vasil Fedor Mikhail Bogdan Orl Belik Gus Tikhon Zaits Kisel Yegor',
    ),
    endings: endings('ov ova in ina ev eva enko sky'),
  },
  {
    given: split(
      'Åsa Håkan Øystein Kjell Søren Maarit Björk Päivi Jørgen Sigríður Mikkel Åke Ingrid Lars Kåre Birgit Þóra Väinö',
    ),
    stems: split(
      'Ander Jør Niel Sør Hans Lind Berg Strand Dahl Sjö Nord Øster Mäk Virt Korho Hag Lund Åker Haug Bjørn',
    ),
    endings: endings('sen sson dóttir ström qvist nen dal .'),
  },
  {
    given: split(
      'Chihoko Kazuhide Maki Toshio Yūko Kenjirō Haruka Takashi Emiko Shōta Ayumi Noboru Rie Satoshi Kiyoko Masaru Junichi Naoko',
    ),
    stems: split(
      'Asa Miya Oku Yama Tana Waka Hara Kawa Mori Naka Taka Fuji Ishi Kuro Shima Ōta Saka Hashi Koba Ueda',
    ),
    endings: endings('da kawa moto guchi mura shita no zaki'),
  },
  {
    given: split(
      'Shuting Wei Xiaoming Lihua Jianguo Meiling Zhiyuan Yanhong Guoqiang Qiaoling Haoran Ruoxi Zihan Yifei Minghao Xinyi',
    ),
    stems: split('Xi Zh Ch L W H G Q J Sh T Y F M D P S Hu Lu Ji'),
    endings: endings('a ang ao en ing ou uan un'),
  },
  {
    given: split(
      'Priya Rajesh Sukti Amandeep Lakshmi Arjun Kavita Sanjay Meenakshi Vikram Ananya Suresh Deepika Harish Nirmala Ashok Radhika',
    ),
    stems: split(
      'Das Sen Chatt Mukh Baner Ven Subra Krish Gopal Raman Nara Iyen Bhatta Choud Gang Rama Siva Pill Agar Kulk',
    ),
    endings: endings('gupta erjee kataraman manian nan yanan arni wal'),
  },
  {
    given: split(
      'Ayşe Mehmet Gülşen Çağlar Şebnem Özgür İpek Tuğba Emre Yıldız Kağan Nurhan Ömer Zeynep Burak Ebru Doğan Ülkü',
    ),
    stems: split(
      'Yılmaz Öztürk Çelik Şahin Güneş Kaya Demir Aydın Koç Arslan Doğan Kılıç Polat Erdoğ Tekin Akın Bozkurt Gündüz',
    ),
    endings: endings('. oğlu ler can soy an er kan'),
  },
  {
    given: split('Nguyễn Thị Minh Hồng Đức Phương Tuấn Hạnh Quốc Thảo Việt Ngọc Hải Lan Dũng Hương'),
    stems: split('Trần Lê Phạm Huỳnh Hoàng Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Vũ Đinh Lâm'),
    endings: endings('.'),
  },
  {
    given: split(
      'Nozipho Chinedu Wanjiru Abena Kwabena Oluwaseun Thandiwe Amina Babatunde Zodwa Kofi Ngozi Tendai Fatoumata Sipho Adaeze',
    ),
    stems: split(
      'Tshaba Adeba Okon Nkru Mbe Ola Achi Dlami Khuma Mwan Ndlo Obi Osei Kama Wambu Chuku Ogun Mensa Bala Zulu',
    ),
    endings: endings('lala yo kwo mah ki wale gi ni'),
  },
  {
    given: split(
      'Khalid Fatima Omar Layla Yusuf Samira Hassan Nadia Tariq Zainab Mohamed Huda Rashid Maryam Salma Ibrahim Noura Faisal',
    ),
    stems: split(
      'Mans Janah Khal Rahm Hadd Sabb Qas Nass Zah Bakr Farou Karim Tami Shami Ghani Hakim Salem Jabr Wahab Masr',
    ),
    endings: endings('our i il an ad agh im awi'),
    particles: ['Al', 'El', 'bin', 'Abu'],
  },
  {
    given: split(
      'François Élodie Gaëlle Benoît Chloé Jérôme Hélène Loïc Zoé Rémi Cécile Noël Thérèse Étienne Aurélie Cyrille Solène Gérard',
    ),
    stems: split(
      'Lefèv Benham Duch Beaul Gaut Prév Rouss Fourn Marchand Delac Moreau Bertr Lamb Chevr Vill Garn Perr Clém Boul Tessi',
    ),
    endings: endings('re ou esne ieu ier ost eau and'),
    particles: ['de', "d'"],
  },
  {
    given: split(
      'João Conceição Luís Inês Antônio Catarina Sebastião Letícia Gonçalo Íris Duarte Mafalda Vítor Patrícia Fabrício Lourenço',
    ),
    stems: split(
      'Araúj Magalh Guimar Simõ Gonç Carvalh Teixeir Nogueir Brag Camar Figueir Assunç Falc Mour Cord Pach Sous Vieir',
    ),
    endings: endings('o ães a es ão eiro al inho'),
    particles: ['da', 'dos', 'de'],
  },
];

export interface NameOptions {
  /** `absent` draws from the parts that are held back from everybody else (`known`). */
  readonly from?: 'known' | 'absent';
}

/** Parts of names that are held back, by a sum over their folded letters: one in fourteen. */
function isHeldBack(part: string): boolean {
  let sum = 0;
  for (const character of fold(part)) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % 14 === 0;
}

function draw(from: 'known' | 'absent', part: () => string): string {
  for (let attempt = 0; attempt < 400; attempt++) {
    const drawn = part();
    if (isHeldBack(drawn) === (from === 'absent')) return drawn;
  }
  return '';
}

/** What may stand between beginning and ending of a longer surname, so that there are enough of them. */
const MIDDLES = ['', '', 'el', 'ar', 'in', 'ov', 'and', 'ul'];

const compose = (random: Random, stem: string, ending: string): string =>
  stem.length > 2 && ending.length > 1 ? stem + pick(random, MIDDLES) + ending : stem + ending;

/** One name, given name first; now and then with a second given name, a particle or a double surname. */
export function nameOf(random: Random, { from = 'known' }: NameOptions = {}): string {
  for (;;) {
    const { given, stems, endings: ends, particles } = pick(random, CULTURES);
    const surname = () => draw(from, () => compose(random, pick(random, stems), pick(random, ends)));
    const first = draw(from, () => pick(random, given));
    const second = random() < 0.15 ? ` ${draw(from, () => pick(random, given))}` : '';
    let last = surname();
    if (first === '' || last === '') continue;
    if (random() < 0.08) {
      const other = surname();
      if (other !== '' && other !== last) last = `${last}-${other}`;
    }
    if (from === 'known' && particles !== undefined && random() < 0.3) {
      const particle = pick(random, particles);
      last = particle.endsWith("'") ? particle + last : `${particle} ${last}`;
    }
    return `${first}${second} ${last}`;
  }
}

/** So many different names; no two are the same once folded. */
export function distinctNames(random: Random, count: number, options?: NameOptions): string[] {
  const names = new Map<string, string>();
  for (let attempt = 0; names.size < count; attempt++) {
    if (attempt > count * 50) throw new RangeError(`There are not ${count} different names`);
    const name = nameOf(random, options);
    const key = fold(name);
    if (!names.has(key)) names.set(key, name);
  }
  return [...names.values()];
}
