import { inflateSync } from 'node:zlib';
import type { FilesOfCase, LettersOfCase } from '@ringside/shared/protocol/letters';
import { expect, test } from '@playwright/test';
import { signInAs } from '../support/agent-steps.ts';
import { openDesk, signIn, type DeskClient } from '../support/desk-client.ts';
import { tellHowItStands } from '../support/failures.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import type { ElectronDesk } from './electron-desk.ts';
import { openElectronDesk } from './electron-desk.ts';

const password = 'blue-magpie';
let gateway: RunningGateway;
let desk: ElectronDesk;
let li: DeskClient;
let token: string;
let caseId: string;

test.beforeAll(async () => {
  gateway = await startGateway();
  caseId = await complaintTakenByMaya();
  ({ token } = await signIn({ url: gateway.url, userName: 'li', password }));
  li = await openDesk({ url: gateway.url, token, stationId: 'letter-li' });
  desk = await openElectronDesk(gateway.url);
});
test.afterEach(async () => {
  const { status, expectedStatus } = test.info();
  if (status !== expectedStatus) await tellHowItStands();
});
test.afterAll(async () => {
  li?.close();
  await desk?.close();
  await gateway?.kill();
});

async function complaintTakenByMaya(): Promise<string> {
  const session = await signIn({ url: gateway.url, userName: 'maya', password });
  const maya = await openDesk({ url: gateway.url, token: session.token, stationId: 'letter-maya' });
  const found = (await maya.ask({ ask: 'customer.search', text: '陳大文' })) as { customerId: string }[];
  const opened = (await maya.tell({
    do: 'case.open',
    case: {
      type: 'complaint',
      customerId: found[0]?.customerId ?? null,
      callId: null,
      channel: 'email',
      whatHappened: '電鑽冒煙。',
      category: maya.snapshot.reference.categories[0]?.category ?? '',
      severity: 'moderate',
      impact: 'one',
      urgency: 'normal',
      legal: false,
      product: null,
      servicePointId: null,
      contractId: null,
      remedyWanted: '',
      feeling: null,
      apologyGiven: true,
      explanation: '',
      commitment: '',
      promise: null,
    },
  })) as { caseId: string };
  maya.close();
  return opened.caseId;
}

const files = async () => ((await li.ask({ ask: 'letter.files', caseId })) as FilesOfCase).files;
const letters = async () => ((await li.ask({ ask: 'letter.ofCase', caseId })) as LettersOfCase).letters;

async function contentOf(attachmentId: string): Promise<Buffer> {
  const response = await fetch(`${gateway.url}/api/cases/${caseId}/attachments/${attachmentId}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return Buffer.from(await response.arrayBuffer());
}

/** What its compressed streams say, among it which signs of Unicode the shapes on its pages stand for. */
function unpacked(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n/g)]
    .map(({ 0: head, index }) => inflated(pdf.subarray(index + head.length)))
    .join('\n');
}

function inflated(from: Buffer): string {
  const end = from.indexOf('endstream');
  try {
    return inflateSync(from.subarray(0, end)).toString('latin1');
  } catch {
    return '';
  }
}

test('LETTER-17 Maya saves the acknowledgement for 陳大文 as a PDF: Li finds it on the case, on A4, in Chinese', async () => {
  const { page } = desk;
  await signInAs(page, /Maya/);
  await page.evaluate((to) => {
    location.hash = `#/cases/${to}`;
  }, caseId);
  await page.getByRole('button', { name: 'Write a letter' }).click();
  await page.getByText('Printed, by post').click();
  await page.getByRole('button', { name: /Begin from/ }).click();
  await page.getByRole('option').first().click();
  const body = page.getByRole('textbox', { name: 'Text' });
  await expect(body).toHaveValue(/陳/);
  const long = Array.from({ length: 120 }, (_, line) => `${line + 1}. 很抱歉電鑽冒煙。`).join('\n');
  await body.fill(`陳先生您好：\n<h1 id="smuggled">大字</h1>\n${long}`);
  await page.getByRole('button', { name: 'Print', exact: true }).click();

  const sheet = page.getByRole('dialog').last();
  await sheet.getByRole('button', { name: 'Save as PDF' }).click();
  await expect(
    sheet.getByText(/^C-\d+ acknowledgement \d{4}-\d\d-\d\d\.pdf is on the case\.$/),
  ).toBeVisible();
  await expect(page.locator('#smuggled')).toHaveCount(0);

  const [file] = await files();
  expect(file).toMatchObject({ mediaType: 'application/pdf', nameFits: true, addedByName: 'Maya Lin' });
  expect(file?.name).toMatch(/^C-\d+ acknowledgement \d{4}-\d\d-\d\d\.pdf$/);
  const pdf = await contentOf(file?.attachmentId ?? '');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(1_000);
  const plain = pdf.toString('latin1');
  expect([...plain.matchAll(/\/Type\s*\/Page\b/g)].length).toBeGreaterThan(2);
  expect(plain).toMatch(/\/MediaBox \[0 0 59[45]\.\d+ 841\.\d+\]/);
  const signOf = (sign: string) => sign.charCodeAt(0).toString(16).toUpperCase();
  for (const sign of '陳鑽煙') expect(unpacked(pdf)).toContain(signOf(sign));

  expect((await letters())[0]?.state).toBe('draft');
  await sheet.getByRole('button', { name: 'It is on its way' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(async () => (await letters())[0]?.state).toBe('printed');
});
