import { describe, expect } from 'vitest';
import { aCustomer, named, phone } from '../records.ts';
import type { OpenEmpty } from '../store-contract.ts';
import type { Shelf } from './with-store.ts';
import { rules } from './with-store.ts';

const people = [
  aCustomer('chan', {
    name: named('陳大文', 'Chan Tai-man'),
    numbers: [{ number: phone('+886912345678'), label: 'mobile' }],
    email: 'dawen.chen@example.com',
  }),
  aCustomer('okafor', {
    name: named('Amara Okafor'),
    numbers: [{ number: phone('+447700900123'), label: 'mobile' }],
    email: 'amara.okafor@example.co.uk',
  }),
  aCustomer('shan', {
    name: named('單小明'),
    numbers: [{ number: phone('+886912000105'), label: 'mobile' }],
  }),
  aCustomer('ouyang', { name: named('歐陽娜') }),
  aCustomer('obrien', { name: named('Siobhán O’Brien') }),
  aCustomer('lü', { name: named('呂綠') }),
];

async function found({ store, put }: Shelf, text: string): Promise<string> {
  await put(...people.map((customer) => ({ put: 'customer', customer }) as const));
  return (await store.searchCustomers(text, 10)).map(({ customerId }) => customerId).join(' ');
}

/** What an agent types, and who is to come. */
const questions = [
  ['陳', 'chan'],
  ['陈', 'chan'],
  ['大文', 'chan'],
  ['陈大文', 'chan'],
  ['chen', 'chan'],
  ['chendawen', 'chan'],
  ['chen da', 'chan'],
  ['dawen', 'chan'],
  ['tai-man', 'chan'],
  ['Chan Tai', 'chan'],
  ['shan', 'shan'],
  ['单小', 'shan'],
  ['ouyang', 'ouyang'],
  ['欧阳', 'ouyang'],
  ['lv', 'lü'],
  ['lulu', 'lü'],
  ['OKAFOR', 'okafor'],
  ['okafor amara', 'okafor'],
  ['ama', 'okafor'],
  ['ＡＭＡＲＡ', 'okafor'],
  ['siobhan', 'obrien'],
  ["o'brien", 'obrien'],
  ['obrien', 'obrien'],
  ['345678', 'chan'],
  ['0912 345 678', 'chan'],
  ['+886912345678', 'chan'],
  ['+88691234', 'chan'],
  ['00886912345', 'chan'],
  ['900123', 'okafor'],
  ['07700 900123', 'okafor'],
  ['amara.okafor@example.co.uk', 'okafor'],
  ['dawen.chen@', 'chan'],
  ['nobody', ''],
  ['大陳', ''],
  ['', ''],
  ['   ', ''],
  ['*', ''],
  ['"', ''],
  ['chan" OR "a', ''],
  ['name:(', ''],
] as const;

export function searchContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('searching customers', () => {
    for (const [text, who] of questions) {
      it(`STORE-10 "${text}" finds ${who === '' ? 'nobody' : who}`, async (shelf) => {
        expect(await found(shelf, text)).toBe(who);
      });
    }

    it('STORE-10 the whole name comes before longer ones, and never more than asked for', async ({
      store,
      put,
    }) => {
      for (const written of ['王小明', '王小', '王小明明', '王小虎']) {
        await put({ put: 'customer', customer: aCustomer(written, { name: named(written) }) });
      }
      expect((await store.searchCustomers('王小', 9))[0]?.name.written).toBe('王小');
      expect((await store.searchCustomers('王小', 9)).length).toBe(4);
      expect((await store.searchCustomers('王小', 2)).length).toBe(2);
    });

    it('STORE-10 a changed name is found, the old one no more', async ({ store, put }) => {
      await put({
        put: 'customer',
        customer: aCustomer('a', { name: named('林淑芬'), email: 'old@example.com' }),
      });
      await put({
        put: 'customer',
        customer: aCustomer('a', { name: named('黃淑芬'), email: 'new@example.com', version: 2 }),
      });
      expect((await store.searchCustomers('黃淑', 9)).length).toBe(1);
      expect(await store.searchCustomers('林淑', 9)).toEqual([]);
      expect(await store.searchCustomers('linshu', 9)).toEqual([]);
      expect(await store.searchCustomers('old@example.com', 9)).toEqual([]);
    });
  });
}
