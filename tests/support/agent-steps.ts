import type { Page } from 'playwright-core';

/** What an agent does at the English desk, in the agent's own words. */
export async function signInAs(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'New call' }).waitFor();
}

export async function goReady(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+KeyY');
  await page.getByRole('button', { name: /(?<!Not )\bReady\b/ }).waitFor();
}

export async function fillComplaint(page: Page, what: string): Promise<void> {
  await page.getByLabel('What happened').fill(what);
  await page.getByRole('combobox', { name: /Category/ }).fill('Repair and installation');
  await page.getByRole('option', { name: 'Repair and installation' }).click();
  await page.getByText('Serious', { exact: true }).click();
  await page.getByText('I have apologised').click();
  await page.getByLabel('What they want').fill('A new machine');
  await page.getByLabel('What we will do').fill('Exchange date confirmed');
  await page.getByRole('button', { name: 'In an hour' }).first().click();
}

/** Records the complaint and gives the reference that is read out, e.g. "C-2301". */
export async function recordComplaint(page: Page, what: string): Promise<string> {
  await fillComplaint(page, what);
  await page.getByRole('button', { name: 'Save and read out' }).click();
  await page.getByText('Read the reference out to the customer.').waitFor();
  const text = await page.getByRole('tabpanel').innerText();
  const reference = /C-\d+/.exec(text)?.[0];
  if (!reference) throw new Error(`No reference to read out in: ${text}`);
  return reference;
}

export async function recordTask(page: Page, what: string): Promise<void> {
  await page.getByRole('tab', { name: 'Task' }).click();
  await page.getByLabel('What is to be done').fill(what);
  await page.getByRole('button', { name: 'Tomorrow 17:00' }).click();
  await page.getByRole('button', { name: 'Save task' }).click();
}

export async function wrapUp(page: Page, disposition: string): Promise<void> {
  await page.getByRole('tab', { name: 'Wrap-up' }).click();
  await page
    .getByRole('button', { name: disposition })
    .or(page.getByText(disposition, { exact: true }))
    .first()
    .click();
  await page.getByRole('tabpanel', { name: 'Wrap-up' }).getByRole('button', { name: /Done/ }).click();
}
