/**
 * Keeps a database as this release writes it, for the test that every later release opens it (SPEC STORE-22):
 * `node scripts/keep-database.ts`, once the migrations of a release are final. It fails where the file is there already:
 * what a release wrote is never changed.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readDemoCompany } from '../apps/cti-gateway/src/adapters/sql/demo/demo-company.ts';
import { seedDemo } from '../apps/cti-gateway/src/adapters/sql/demo/seed-demo.ts';
import { openStore } from '../apps/cti-gateway/src/adapters/sql/open-store.ts';
import { systemSecrets } from '../apps/cti-gateway/src/adapters/system/system-secrets.ts';
import { readConfig } from '../apps/cti-gateway/src/config.ts';
import { centreReader } from '../apps/cti-gateway/src/config/centre-reader.ts';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const released = 'apps/cti-gateway/src/adapters/sql/migrations/released';

const config = readConfig(at('resources/demo/ringside.yaml'), {});
if (!config.ok) throw new Error(`The demo's configuration has faults: ${JSON.stringify(config.refusal)}`);
const { centre, centreDocument } = config.value;
const read = centreReader.read(centreDocument);
if (!read.ok) throw new Error('The demo’s centre has faults.');

const folder = mkdtempSync(join(tmpdir(), 'ringside-keep-'));
try {
  const store = openStore({ folder, callingCode: '886' });
  const now = Date.now();
  await seedDemo(store, {
    company: readDemoCompany(at('resources/demo/company.yaml')),
    centre,
    secrets: systemSecrets,
    now,
  });
  const { document } = read.value;
  const revision = {
    revision: 1,
    at: now,
    who: null,
    origin: 'file',
    comment: '',
    document,
    fileDigest: 'demo',
  } as const;
  await store.commit([{ put: 'centreRevision', revision }]);
  const copy = join(folder, 'copy.db');
  await store.backup(copy);
  const file = at(`${released}/${String(store.schemaVersion).padStart(4, '0')}.db.gz`);
  await store.close();
  writeFileSync(file, gzipSync(readFileSync(copy), { level: 9 }), { flag: 'wx' });
  console.log(`Kept ${file}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
