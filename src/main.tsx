import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, speakFirst } from './app/index.ts';
import { answeredElsewhere, openSession, SessionProvider } from './session/index.ts';

if (!(await answeredElsewhere())) {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  const session = openSession();
  await speakFirst();
  createRoot(root).render(
    <StrictMode>
      <SessionProvider open={session}>
        <App />
      </SessionProvider>
    </StrictMode>,
  );
}
