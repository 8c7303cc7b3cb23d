/** One sound file: who says what, and how. */
export interface Speech {
  readonly name: string;
  /** an espeak-ng voice */
  readonly voice: string;
  /** words a minute */
  readonly pace: number;
  /** 0-99 */
  readonly pitch: number;
  readonly words: string;
  /** part of a sentence that is put together: hardly a pause before and after it */
  readonly isPart: boolean;
}

/**
 * What is said in the three languages. Mandarin is given as it is written and in pinyin, because the voice does not know
 * all characters; the writing is for whoever changes it or records it anew.
 */
export interface Words {
  readonly en: string;
  readonly 'zh-Hant': Mandarin;
  readonly 'zh-Hans': Mandarin;
}
type Mandarin = readonly [written: string, pinyin: string];

const ENGLISH = { voice: 'en-us+f3', pace: 155, pitch: 45 };
const MANDARIN = { voice: 'cmn-latn-pinyin+f3', pace: 195, pitch: 45 };

/** A digit that is said alone at the pace of a sentence is over before it is heard. */
const PART = 0.82;

const said = (stem: string, words: Words, isPart: boolean): readonly Speech[] => {
  const paced = (voice: typeof ENGLISH) => ({
    ...voice,
    pace: Math.round(voice.pace * (isPart ? PART : 1)),
    isPart,
  });
  return [
    { name: `${stem}-en`, ...paced(ENGLISH), words: words.en },
    { name: `${stem}-zh-Hant`, ...paced(MANDARIN), words: words['zh-Hant'][1] },
    { name: `${stem}-zh-Hans`, ...paced(MANDARIN), words: words['zh-Hans'][1] },
  ];
};

/** A sentence of its own. */
export const prompt = (stem: string, words: Words): readonly Speech[] => said(stem, words, false);

/** A part of a sentence, like a number. */
export const part = (stem: string, words: Words): readonly Speech[] => said(stem, words, true);
