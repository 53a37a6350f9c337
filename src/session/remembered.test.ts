import { describe, expect, it } from 'vitest';
import { sourceId } from '../record/index.ts';
import { rememberIn } from './remembered.ts';

function storage(text: string | null = null) {
  const kept = new Map<string, string>(text === null ? [] : [['throughline.connected', text]]);
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}
const [general, county] = [sourceId('general'), sourceId('county')];

describe('what a tab remembers of its connections', () => {
  it('is their ids in the order of signing in, each once, and nothing where there are none', () => {
    const tab = storage();
    const remembered = rememberIn(() => tab);
    for (const source of [general, county, general]) remembered.add(source);
    expect([...tab.kept.values()]).toEqual(['["county","general"]']);
    remembered.remove(county);
    expect(remembered.ids()).toEqual(['general']);
    remembered.remove(general);
    expect(tab.kept.size).toBe(0);
  });

  it('takes nothing from a storage that somebody else wrote but ids', () => {
    for (const text of ['', '{', '{"a":1}', 'null', '[1,null,{"x":1},"A b","<img>","../x"]'])
      expect(rememberIn(() => storage(text)).ids()).toEqual([]);
    expect(rememberIn(() => storage('["general","|"]')).ids()).toEqual(['general']);
  });

  it('does without where the browser denies storage', () => {
    const remembered = rememberIn(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    remembered.add(general);
    expect(remembered.ids()).toEqual([]);
  });
});
