import { configurationProblemText, readConfiguration, type Configuration } from '../sources/index.ts';

/** The configuration, or what is wrong with it, in words. */
export async function readConfigurationFile(): Promise<Configuration | string> {
  try {
    const response = await fetch('/config.json', { cache: 'no-store', credentials: 'omit' });
    if (!response.ok) return `/config.json: the web server answered with status ${response.status}`;
    const read = readConfiguration(await response.text());
    return read.ok ? read.value : read.error.map(configurationProblemText).join('\n');
  } catch (error) {
    return `/config.json: ${error instanceof Error ? error.message : 'it could not be read'}`;
  }
}
