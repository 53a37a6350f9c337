/** The FEBRL sets as Patient resources: synthetic persons, and duplicates of them with the errors of clerks. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readPerson } from '../../../src/normalise/index.ts';
import { tarFiles } from '../../../src/normalise/testing/corpora.ts';
import { resourceRef, sourceId, type Person } from '../../../src/record/index.ts';

export interface Known {
  /** Records of one number are one person. */
  readonly number: string;
  readonly person: Person;
}

const DATA = process.env['THROUGHLINE_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');
const ARCHIVE = join(DATA, 'febrl.tar.gz');

/** null where the public test data are not on this machine. */
export function febrl(): ReadonlyMap<string, readonly Known[]> | null {
  if (!existsSync(ARCHIVE)) return null;
  const sets = new Map<string, readonly Known[]>();
  for (const { name, text } of tarFiles(gunzipSync(readFileSync(ARCHIVE))))
    if (name.endsWith('.csv')) sets.set(name.replace(/^.*\/|\.csv$/g, ''), records(text));
  return sets;
}

function records(csv: string): Known[] {
  const [head = '', ...lines] = csv.trim().split('\n');
  const columns = head.split(',').map((each) => each.trim());
  return lines.map((line) => {
    const cells = line.split(',').map((each) => each.trim());
    return known(Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])));
  });
}

function known(row: Readonly<Record<string, string>>): Known {
  const text = (column: string): string | undefined => row[column] || undefined;
  const born = text('date_of_birth');
  const id = text('rec_id') ?? '';
  const resource = {
    resourceType: 'Patient',
    id,
    name: [{ family: text('surname'), given: text('given_name') ? [text('given_name')] : undefined }],
    birthDate: born && `${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6, 8)}`,
    identifier: text('soc_sec_id') ? [{ system: 'urn:febrl:soc-sec', value: text('soc_sec_id') }] : undefined,
    address: [
      {
        line: [
          [text('street_number'), text('address_1')].filter(Boolean).join(' '),
          text('address_2'),
        ].filter(Boolean),
        city: text('suburb'),
        state: text('state'),
        postalCode: text('postcode'),
      },
    ],
  };
  const person = readPerson({
    source: sourceId('febrl'),
    ref: resourceRef(`Patient/${id}`) ?? fail(id),
    resource: JSON.parse(JSON.stringify(resource)) as never,
    base: null,
    fullUrl: null,
    fetchedAt: null,
  });
  return { number: id.split('-')[1] ?? '', person: person ?? fail(id) };
}

function fail(id: string): never {
  throw new Error(`not a patient: ${id}`);
}
