import { createRoot } from 'react-dom/client';
import { App, speakFirst } from '../../../../src/app/index.ts';

const root = document.getElementById('root');
await speakFirst();
if (root !== null) createRoot(root).render(<App />);
