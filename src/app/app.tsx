import { Suspense, useEffect } from 'react';
import { useSiteLanguage, useSources, useStatus } from '../session/index.ts';
import { Button } from '../ui/index.ts';
import {
  chosenLanguage,
  ConfigErrorPage,
  DoctorPage,
  LockWarning,
  Organisations,
  PatientPicker,
  speak,
  StartPage,
  StatePage,
  t,
  useLanguage,
  Workspace,
  signInProblemDetail,
  signInProblemText,
} from '../views/index.ts';
import { ErrorBoundary } from './error-boundary.tsx';

/** Which of the few whole pages is shown. The screen itself is `Workspace`. */
export function App() {
  const language = useLanguage();
  const site = useSiteLanguage();
  useEffect(() => {
    if (site !== null && chosenLanguage() === null) void speak(site);
  }, [site]);
  return (
    <ErrorBoundary>
      <Suspense fallback={<StatePage title={t.states.starting} busy />}>
        <Page key={language} />
      </Suspense>
    </ErrorBoundary>
  );
}

function Page() {
  const { phase, failed, minutes, detail, unrecorded } = useStatus();
  switch (phase) {
    case 'starting':
      return <StatePage title={t.states.starting} busy />;
    case 'launching':
      return <StatePage title={t.states.launching} busy />;
    case 'start-page':
      return <StartPage />;
    case 'doctor':
      return <DoctorPage />;
    case 'config-error':
      return <ConfigErrorPage detail={detail} />;
    case 'launch-error':
      return (
        <StatePage
          title={t.states.launchError}
          text={failed && signInProblemText(failed.problem, failed.name)}
          detail={failed && signInProblemDetail(failed.problem)}
        >
          <StartAgain />
        </StatePage>
      );
    case 'locked':
      return (
        <StatePage
          title={t.states.locked}
          text={
            unrecorded
              ? t.states.lockedUnrecorded
              : minutes === undefined
                ? t.states.lockedSays
                : t.states.lockedAfter(minutes)
          }
          detail={detail}
        >
          <SignInAgain />
        </StatePage>
      );
    case 'ready':
      return (
        <>
          <Patient />
          <LockWarning />
        </>
      );
  }
}

/** The screen of a patient, once there is one. */
function Patient() {
  const views = useSources();
  const waiting = views.filter((view) => view.state !== null && view.connection.kind === 'connected');
  const chosen = views.some((view) => view.state?.link.kind === 'anchor');
  return chosen || waiting.length === 0 ? <Workspace /> : <PatientPicker views={waiting} />;
}

const SignInAgain = () => <Organisations views={useSources()} />;

/** A fresh page at the root: on /launch the same address would only repeat the launch that failed. */
const StartAgain = () => (
  <Button look="primary" onClick={() => location.assign('/')}>
    {t.states.startPage}
  </Button>
);
