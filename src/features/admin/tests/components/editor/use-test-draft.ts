import { useEffect, useState, useSyncExternalStore } from 'react';
import { saveDraft } from '../../api/save-draft';
import { DraftSaver } from '../../model/draft-saver';
import type { DraftQuestion, TestDocument, TestSettings } from '../../model/document';
import type { TestDetail } from '../../schemas';

/** The document on screen, and what keeps it. */
export function useTestDraft(test: TestDetail) {
  const [document, setDocument] = useState<TestDocument>(test.draft ?? test.published);
  const [changed, setChanged] = useState(false);
  const [saver] = useState(
    () => new DraftSaver<TestDocument>(test.version, (version, next) => saveDraft(test.id, version, next)),
  );
  const saveState = useSyncExternalStore(saver.subscribe, saver.readState);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.state !== 'saved') event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      // Leaving the page within the app must not lose the last letters.
      void saver.flush();
    };
  }, [saver]);

  const change = (next: TestDocument) => {
    setDocument(next);
    setChanged(true);
    saver.change(next);
  };
  return {
    document,
    saver,
    saveState,
    /** Whether there is anything that learners do not have. */
    hasDraft: changed || test.draft !== null,
    setSettings: (settings: TestSettings) => change({ ...document, settings }),
    setQuestions: (questions: DraftQuestion[]) => change({ ...document, questions }),
    setQuestion: (question: DraftQuestion) =>
      change({
        ...document,
        questions: document.questions.map((each) => (each.ref === question.ref ? question : each)),
      }),
  };
}

export type TestDraft = ReturnType<typeof useTestDraft>;
