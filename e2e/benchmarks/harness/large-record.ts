import { openHospital, type Hospital } from '../hospital/index.ts';
import type { Browser } from './browser.ts';
import { load, type Loaded } from './loading.ts';
import type { Stage } from './stage.ts';

export interface LargeRecord extends Loaded {
  readonly hospital: Hospital;
}

export async function openRecord(browser: Browser, stage: Stage, records: number): Promise<LargeRecord> {
  const hospital = await openHospital({ records, appDir: stage.appDir });
  const loaded = await load({ browser, hospital, organisations: hospital.organisations, probe: stage.probe });
  return { hospital, ...loaded };
}
