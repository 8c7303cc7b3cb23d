import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsInLooks } from '../../testing/accessibility.ts';
import type { Gallery } from '../../testing/gallery-browser.ts';
import { commandsOf, openGallery } from '../../testing/gallery-browser.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());
const slow = { timeout: 60_000 };

test(
  'SUP-5 Noor whispers by key; barging in is asked about, and Escape leaves all as it is',
  slow,
  async () => {
    const page = await gallery.show('listening');
    await page.getByText('You listen to 李欣怡. Nobody hears you.').waitFor();
    await page.keyboard.press('Alt+5');
    await page.keyboard.press('Alt+6');
    const dialog = page.getByRole('dialog', { name: 'Barge into the call?' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+6');
    await dialog.getByRole('button', { name: 'Barge in' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await commandsOf(page)).toEqual([
      { do: 'supervision.mode', callId: 'call-7', mode: 'whisper' },
      { do: 'supervision.mode', callId: 'call-7', mode: 'barge' },
    ]);
  },
);

test('SUP-11 taking over is asked about, and names caller and agent', slow, async () => {
  const page = await gallery.show('whispering');
  await page.getByRole('button', { name: 'Take over' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take the call over?' });
  await dialog.getByText(/陳怡君 talks with you from then on. 李欣怡 leaves the call/).waitFor();
  await dialog.getByRole('button', { name: 'Take over' }).click();
  await page.getByRole('button', { name: 'Leave' }).click();
  expect(await commandsOf(page)).toEqual([
    { do: 'supervision.takeOver', callId: 'call-7' },
    { do: 'supervision.end' },
  ]);
});

test('HELP-6 from a raised hand Noor is in the call with one press', slow, async () => {
  const page = await gallery.show('handsUp');
  await page.getByText('李欣怡 asks for help: The caller is upset').waitFor();
  expect(await page.getByRole('button', { name: 'Whisper' }).count()).toBe(1);
  await page.getByRole('button', { name: 'Whisper' }).click();
  await expect
    .poll(() => commandsOf(page))
    .toEqual([
      { do: 'hand.take', callId: 'call-7' },
      { do: 'supervision.start', callId: 'call-7', mode: 'whisper' },
    ]);
});

test('HELP-1 Maya asks for help without touching the mouse', slow, async () => {
  const page = await gallery.show('inCall');
  await page.keyboard.press('Control+Shift+KeyU');
  const dialog = page.getByRole('dialog', { name: 'What do you need help with?' });
  await dialog.getByRole('button', { name: 'The caller is upset' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(await commandsOf(page)).toEqual([{ do: 'hand.raise', callId: 'call-1', reason: 'needsDecision' }]);
});

test('HELP-3 Maya sees who comes, and can lower the hand', slow, async () => {
  const page = await gallery.show('handRaised');
  await page.getByRole('button', { name: 'Noor Rahman comes. Lower the hand' }).click();
  expect(await commandsOf(page)).toEqual([{ do: 'hand.lower', callId: 'call-1' }]);
});

test('SUP-4 Maya sees who whispers and who listens', slow, async () => {
  const page = await gallery.show('supervised');
  await page.getByText('Noor Rahman whispers to you').waitFor();
  await page.getByText('The caller does not hear it.').waitFor();
  await page.getByText('李欣怡 listens to this call').waitFor();
});

test('MSG-2 the most pressing stands first and takes no focus; it goes when it was read', slow, async () => {
  const page = await gallery.show('toldByNoor');
  await page.getByText('3 號線路中斷').waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  await page.getByRole('button', { name: 'Read', exact: true }).first().click();
  expect(await commandsOf(page)).toEqual([{ do: 'message.read', messageId: 'm-2' }]);
});

test('STAGE-10 what was escalated says why and whose it is, and opens the case', slow, async () => {
  const page = await gallery.show('toldByNoor');
  await page.getByText('C-2291 was escalated: He wants to speak with somebody above me.').waitFor();
  await page.getByRole('button', { name: 'Open C-2291' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: /C-2291/ }).waitFor();
});

test('MSG-1 Noor tells a queue from the keyboard; an empty message is not sent', slow, async () => {
  const page = await gallery.show('listening');
  await page.getByRole('button', { name: 'Leave' }).waitFor();
  await page.keyboard.press('Control+Shift+KeyF');
  const dialog = page.getByRole('dialog', { name: 'Message to the floor' });
  await dialog.getByRole('button', { name: 'Send' }).click();
  await dialog.getByText('Write what they are to know.').waitFor();
  await dialog.getByRole('button', { name: /To/ }).click();
  await page
    .getByRole('option', { name: /^Everybody of / })
    .first()
    .click();
  await dialog.getByText('Now', { exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Message' }).fill('Short calls, please.');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await commandsOf(page)).toMatchObject([
    { do: 'message.send', to: { kind: 'queue' }, priority: 'high', text: 'Short calls, please.' },
  ]);
});

test(
  'SUP-14, SUP-15 from the rows of the board: a caller is moved, and prioritised with a reason',
  slow,
  async () => {
    const page = await gallery.show('supervisor');
    const waiting = page.getByRole('grid', { name: 'Waiting calls' });
    await waiting
      .getByRole('row', { name: /吳心怡/ })
      .getByRole('button')
      .last()
      .click();
    await page.getByRole('menuitem', { name: 'Change priority …' }).click();
    const priority = page.getByRole('dialog', { name: /Priority of/ });
    await priority.getByRole('textbox', { name: 'Points by hand' }).fill('-3');
    await priority.getByRole('button', { name: 'Change priority' }).click();
    await priority.getByText('Write why.').waitFor();
    await priority.getByRole('textbox', { name: 'Reason' }).fill('Called by mistake');
    await priority.getByRole('button', { name: 'Change priority' }).click();
    await priority.waitFor({ state: 'detached' });
    await waiting
      .getByRole('row', { name: /吳心怡/ })
      .getByRole('button')
      .last()
      .click();
    await page.getByRole('menuitem', { name: 'Move to another queue …' }).click();
    const move = page.getByRole('dialog', { name: /to another queue/ });
    await move.getByRole('button', { name: /Queue/ }).click();
    await page.getByRole('option').last().click();
    await move.getByRole('button', { name: 'Move' }).click();
    await move.waitFor({ state: 'detached' });
    expect((await commandsOf(page)).filter((command) => command.do.startsWith('floor.'))).toMatchObject([
      { do: 'floor.prioritise', points: -3, reason: 'Called by mistake' },
      { do: 'floor.moveCall' },
    ]);
  },
);

test(
  'SUP-16, SUP-18 a caller is sent to a person, and who vanished is signed out after a question',
  slow,
  async () => {
    const page = await gallery.show('supervisor');
    const waiting = page.getByRole('grid', { name: 'Waiting calls' });
    await waiting
      .getByRole('row', { name: /吳心怡/ })
      .getByRole('button')
      .last()
      .click();
    await page.getByRole('menuitem', { name: 'Send to a person …' }).click();
    const send = page.getByRole('dialog', { name: 'Send 吳心怡 to a person' });
    await send.getByRole('button', { name: /Person/ }).click();
    await page.getByRole('option', { name: 'Jonas Brandt' }).click();
    await send.getByText('5 min', { exact: true }).click();
    await send.getByRole('button', { name: 'Send', exact: true }).click();
    await send.waitFor({ state: 'detached' });
    const agents = page.getByRole('grid', { name: 'Agents' });
    await agents
      .getByRole('row', { name: /Rosa Iglesias/ })
      .getByRole('button')
      .last()
      .click();
    await page.getByRole('menuitem', { name: 'Sign out …' }).click();
    const out = page.getByRole('dialog', { name: 'Sign Rosa Iglesias out?' });
    await out.getByRole('button', { name: 'Sign out' }).click();
    await out.waitFor({ state: 'detached' });
    expect((await commandsOf(page)).filter((command) => command.do.startsWith('floor.'))).toMatchObject([
      { do: 'floor.sendTo', withinSeconds: 300 },
      { do: 'floor.signOutAgent' },
    ]);
  },
);

test(
  'SUP-3 from the row of an agent in a call: listening at once, taking over after a question',
  slow,
  async () => {
    const page = await gallery.show('supervisor');
    const agents = page.getByRole('grid', { name: 'Agents' });
    const menu = () =>
      agents
        .getByRole('row', { name: /Maya Ferreira/ })
        .getByRole('button')
        .last()
        .click();
    await menu();
    await page.getByRole('menuitem', { name: 'Listen' }).click();
    await menu();
    await page.getByRole('menuitem', { name: 'Take over …' }).click();
    await page.getByText('陳大文 talks with you from then on. Maya Ferreira leaves the call').waitFor();
    await page.keyboard.press('Escape');
    const asked = (await commandsOf(page)).filter((command) => command.do.startsWith('supervision.'));
    expect(asked).toMatchObject([{ do: 'supervision.start', mode: 'listen' }]);
  },
);

test('WCAG 2.2 AA: the questions before somebody acts, in light and dark', { timeout: 120_000 }, async () => {
  const faults: string[] = [];
  const look = async (page: Page, what: string): Promise<void> => {
    await page.getByRole('dialog').waitFor();
    const found = await faultsInLooks(page, [{ theme: 'light' }, { theme: 'dark' }]);
    faults.push(...found.map((fault) => `${what}: ${fault}`));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  const page = await gallery.show('supervisor');
  const menuOf = (grid: string, row: RegExp) =>
    page.getByRole('grid', { name: grid }).getByRole('row', { name: row }).getByRole('button').last().click();
  for (const act of ['Change priority …', 'Move to another queue …', 'Send to a person …']) {
    await menuOf('Waiting calls', /吳心怡/);
    await page.getByRole('menuitem', { name: act }).click();
    await look(page, act);
  }
  for (const act of ['Message …', 'Set the state …', 'Take over …']) {
    await menuOf('Agents', /Maya Ferreira/);
    await page.getByRole('menuitem', { name: act }).click();
    await look(page, act);
  }
  const agent = await gallery.show('inCall');
  await agent.keyboard.press('Control+Shift+KeyU');
  await look(agent, 'help');
  expect(faults).toEqual([]);
});
