import { expect, test } from 'vitest';
import { okafor } from '../../testing/cast.ts';
import { UnreadableRow } from './read-row.ts';
import { readCall } from './tables/call-tables.ts';
import { customerRow, readCustomer } from './tables/customer-row.ts';
import { readOrder } from './tables/trade-tables.ts';

const callRow = {
  ...{ callId: 'one', direction: 'inbound', trunkId: 'carrier', dialled: '0800', arrivedAt: 5, note: '' },
  ...{ callerKind: 'number', callerText: '+886912345678', callerDisplay: 'Amara' },
  ...{ hotlineId: 'service', queueId: null, customerId: 'okafor', agentId: null, taskId: null },
  ...{ queuedAt: null, answeredAt: null, endedAt: null, outcome: null, endedBy: null },
  ...{ waitMs: 0, talkMs: 0, holdMs: 0, wrapUpMs: 0, disposition: null, resolved: null, feeling: null },
};

test('a row that is whole is read as it was written', () => {
  expect(readCustomer(customerRow(okafor))).toEqual(okafor);
  expect(readCall(callRow)).toMatchObject({
    callId: 'one',
    caller: { kind: 'number', number: '+886912345678', display: 'Amara' },
    hotlineId: 'service',
    queueId: null,
    resolved: null,
  });
  expect(readCall({ ...callRow, callerKind: 'withheld', resolved: 0 })).toMatchObject({
    caller: { kind: 'withheld' },
    resolved: false,
  });
});

const wrong = {
  ...{ customerId: '', written: null, family: 7, title: 'king', language: 'klingon', email: null },
  ...{ address: 1, note: null, numbersJson: '{', since: 1.5, points: 'many', vulnerable: 2, ownerId: 3 },
  ...{
    tier: 'gold',
    tierReason: 'luck',
    tierFactsJson: '{"calls":"two"}',
    tierDecidedAt: null,
    version: null,
  },
};

test.each(Object.entries(wrong))('a customer whose %s is damaged is told and not shown', (column, value) => {
  const row = { ...customerRow(okafor), [column]: value };
  expect(() => readCustomer(row)).toThrow(UnreadableRow);
  expect(() => readCustomer(row)).toThrow(new RegExp(`of table customers can't be read \\(${column} is`));
});

test.each([
  '[null]',
  '[7]',
  '{"number":"+886912345678","label":"home"}',
  '[{"number":"0912","label":"home"}]',
  '[{"number":"+886912345678","label":"boat"}]',
])('no list of telephone numbers: %s', (numbersJson) => {
  expect(() => readCustomer({ ...customerRow(okafor), numbersJson })).toThrow('numbersJson is no list');
});

test.each(['null', '[1]', '"x"', '{"calls":1e999}'])('no list of figures: %s', (tierFactsJson) => {
  expect(() => readCustomer({ ...customerRow(okafor), tierFactsJson })).toThrow('tierFactsJson is no list');
});

const wrongCall = {
  ...{ callId: null, direction: 'sideways', callerKind: 'ghost', callerText: '12', arrivedAt: '5' },
  ...{
    queueId: 5,
    queuedAt: 2 ** 53,
    outcome: 'won',
    waitMs: null,
    resolved: 'yes',
    feeling: 'blue',
    note: null,
  },
};

test.each(Object.entries(wrongCall))('a call whose %s is damaged is told and not shown', (column, value) => {
  expect(() => readCall({ ...callRow, [column]: value })).toThrow(
    new RegExp(`of table calls can't be read \\(${column} is`),
  );
});

const orderRow = {
  ...{ orderId: 'one', customerId: 'okafor', at: 5, description: 'Kettle', currency: 'TWD' },
  ...{ amountMinor: 900, marginMinor: Number.POSITIVE_INFINITY },
};

test('an order whose margin is damaged is told and not shown', () => {
  expect(() => readOrder(orderRow)).toThrow("one of table orders can't be read (marginMinor is no number)");
  expect(readOrder({ ...orderRow, marginMinor: -5 }).margin).toEqual({ minor: -5, currency: 'TWD' });
});

test('what a telephone number has beside its label is left behind', () => {
  const numbersJson = JSON.stringify([{ number: '+886912345678', label: 'home', speed: 9 }]);
  expect(readCustomer({ ...customerRow(okafor), numbersJson }).numbers).toEqual([
    { number: '+886912345678', label: 'home' },
  ]);
});
