import type { Instant } from '@ringside/shared/model/instant';
import type { Language } from '@ringside/shared/model/language';
import { managerOutcomes } from '@ringside/shared/model/rota';
import type { Pop } from '../../../ports/pop-door.ts';
import { html, Markup, nothing } from './html.ts';
import type { PopForm } from './pop-form.ts';
import { popStyle } from './pop-style.ts';
import { outcomeWords, popWords, reasonWords, tierWords, whenWords } from './pop-words.ts';

/** exactly the text that the policy of the page allows */
const sheet = new Markup(`<style>${popStyle}</style>`);

/** What the visitor is told above the page, in a word of pop-words. */
export type Told = keyof ReturnType<typeof popWords>;

export interface OpenPage {
  readonly language: Language;
  readonly pop: Pop;
  /** proves that a note comes from this page in this browser */
  readonly formKey: string;
  /** what was typed and is not saved */
  readonly typed: PopForm | null;
  readonly told: Told | null;
}

/** LINK-3: nothing of the customer is on it, so that what looks at links in mails learns and uses up nothing. */
export const askingPage = (language: Language): string => {
  const words = popWords(language);
  return page(
    language,
    html`<form method="post" autocomplete="off">
      <h1>${words.title}</h1>
      <p>${words.toOpen}</p>
      <p class="quiet">${words.opensOnce}</p>
      <p><button name="do" value="open">${words.open}</button></p>
    </form>`,
  );
};

export const refusingPage = (language: Language, told: Told): string => {
  const words = popWords(language);
  return page(
    language,
    html`<section>
      <h1>${words.title}</h1>
      <p role="alert" class="notice bad">${words[told]}</p>
    </section>`,
  );
};

export const openPage = (open: OpenPage): string =>
  page(
    open.language,
    html`${caller(open)}${situation(open)}${open.pop.noted === null ? form(open) : noted(open)}`,
  );

function page(language: Language, body: Markup): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <title>${popWords(language).title} · Ringside</title>
        <link rel="icon" href="data:," />
        ${sheet}
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html> `.text;
}

function caller({ language, pop }: OpenPage): Markup {
  const words = popWords(language);
  const { customerName, tier, numberEnd, waitedSeconds, reason, note, askedByName, caseReference } = pop;
  return html`<section>
    <h1>${customerName === '' ? words.nobodyKnown : customerName}</h1>
    <div class="row">
      ${tier === null ? nothing : html`<span class="tag tier">${tierWords[tier][language]}</span>`}
      ${numberEnd === '' ? nothing : html`<span>${words.numberEnds} <b>${numberEnd}</b></span>`}
      ${waitedSeconds === null ? nothing : html`<span>${words.waited} <b>${clock(waitedSeconds)}</b></span>`}
      ${caseReference === '' ? nothing : html`<span class="tag">${caseReference}</span>`}
    </div>
    ${
      reason === null && note === ''
        ? nothing
        : html`<div class="why">
            <h2>${words.why}</h2>
            ${reason === null ? nothing : html`<b>${reasonWords[reason][language]}</b>`}
            ${note === '' ? nothing : html`<p class="said">${note}</p>`}
            ${askedByName === '' ? nothing : html`<p class="quiet">${words.from} ${askedByName}</p>`}
          </div>`
    }
  </section>`;
}

/** mm:ss, as people count a wait */
const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function situation({ language, pop }: OpenPage): readonly Markup[] {
  const words = popWords(language);
  const at = dayAndTime(language, pop.timeZone);
  const list = (title: string, items: readonly Markup[]): readonly Markup[] =>
    items.length === 0
      ? []
      : [
          html`<section>
            <h2>${title}</h2>
            <ul>
              ${items}
            </ul>
          </section>`,
        ];
  return [
    ...list(
      words.promises,
      pop.promises.map(
        ({ what, dueAt, isBroken }) =>
          html`<li>
            ${what}
            <div class="quiet">
              ${at(dueAt)} ${isBroken ? html`<span class="tag bad">${words.broken}</span>` : nothing}
            </div>
          </li>`,
      ),
    ),
    ...list(
      words.cases,
      pop.cases.map(({ reference, title }) => html`<li><b>${reference}</b> ${title}</li>`),
    ),
    ...list(
      words.contacts,
      pop.contacts.map(
        ({ at: when, about }) =>
          html`<li><span class="quiet">${at(when)}</span><br />${about === '' ? words.noWords : about}</li>`,
      ),
    ),
  ];
}

function dayAndTime(language: Language, timeZone: string): (at: Instant) => string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  return (at) => format.format(at);
}

function form(open: OpenPage): Markup {
  const { language, pop, formKey, typed, told } = open;
  const words = popWords(language);
  return html`<form method="post" autocomplete="off">
    ${told === null ? nothing : html`<p role="alert" class="notice bad">${words[told]}</p>`}
    <input type="hidden" name="form" value="${formKey}" />
    <input type="hidden" name="version" value="${pop.version}" />
    <fieldset>
      <legend>${words.note}</legend>
      <div class="chips">
        ${managerOutcomes.map((one) => chip('outcome', one, outcomeWords[one][language], typed?.outcome === one))}
      </div>
    </fieldset>
    <fieldset>
      <legend>${words.category}</legend>
      <div class="chips">
        ${pop.categories.map(({ category, name }) =>
          chip('category', category, name[language], typed?.category === category),
        )}
      </div>
    </fieldset>
    <div class="field">
      <label class="name" for="note">${words.said}</label>
      <textarea id="note" name="note" maxlength="4000">${typed?.note ?? ''}</textarea>
    </div>
    <div class="field">
      <label class="name" for="what">${words.promise}</label>
      <input
        type="text"
        id="what"
        name="what"
        maxlength="200"
        aria-describedby="what-hint"
        value="${typed?.what ?? ''}"
      />
      <span class="quiet" id="what-hint">${words.promiseHint}</span>
    </div>
    ${times(open)}
    <button name="do" value="note">${words.save}</button>
    <button name="do" value="refresh" class="second" formnovalidate>${words.refresh}</button>
  </form>`;
}

function times({ language, pop, typed }: OpenPage): Markup {
  const words = popWords(language);
  const at = dayAndTime(language, pop.timeZone);
  // a time that was chosen on an older page stays to be chosen
  const chosen = typed?.when ?? '';
  return html`<fieldset>
    <legend>${words.byWhen}</legend>
    <div class="chips">
      ${chip('when', '', words.noPromise, chosen === '')}
      ${pop.times.map(({ when, at: due }) =>
        chip('when', String(due), `${whenWords[when][language]} · ${at(due)}`, chosen === String(due)),
      )}
      ${chip('when', 'other', words.otherTime, chosen === 'other')}
    </div>
    <p>
      <input
        type="datetime-local"
        name="other"
        aria-label="${words.otherTime}"
        value="${typed?.other ?? ''}"
      />
    </p>
  </fieldset>`;
}

const chip = (name: string, value: string, text: string, isChosen: boolean): Markup =>
  html`<label
    ><input type="radio" name="${name}" value="${value}" ${isChosen ? html`checked` : nothing} /><span
      >${text}</span
    ></label
  >`;

function noted({ language, pop, told }: OpenPage): Markup {
  const words = popWords(language);
  const at = dayAndTime(language, pop.timeZone);
  if (pop.noted === null) return nothing;
  const { outcome, category, note, promise } = pop.noted;
  const about = pop.categories.find((one) => one.category === category)?.name[language] ?? '';
  return html`<section>
    <p role="status" class="${told === null ? 'notice good' : 'notice bad'}">${words[told ?? 'saved']}</p>
    <p><b>${outcomeWords[outcome][language]}</b>${about === '' ? nothing : html` · ${about}`}</p>
    ${note === '' ? nothing : html`<p class="said">${note}</p>`}
    ${promise === null ? nothing : html`<p><b>${promise.what}</b> <span class="quiet">${at(promise.dueAt)}</span></p>`}
  </section>`;
}
