import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
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

  // Of the newest document, whatever a part of the page still shows; and the same function always, so that long lists can rest.
  const newest = useRef(document);
  const change = useCallback(
    (update: (now: TestDocument) => TestDocument) => {
      newest.current = update(newest.current);
      setDocument(newest.current);
      setChanged(true);
      saver.change(newest.current);
    },
    [saver],
  );
  const setSettings = useCallback(
    (part: Partial<TestSettings>) => change((now) => ({ ...now, settings: { ...now.settings, ...part } })),
    [change],
  );
  const setQuestions = useCallback(
    (update: (questions: DraftQuestion[]) => DraftQuestion[]) =>
      change((now) => ({ ...now, questions: update(now.questions) })),
    [change],
  );
  const setQuestion = useCallback(
    (question: DraftQuestion) =>
      setQuestions((questions) => questions.map((each) => (each.ref === question.ref ? question : each))),
    [setQuestions],
  );
  return {
    document,
    saver,
    saveState,
    /** Whether there is anything that learners do not have. */
    hasDraft: changed || test.draft !== null,
    setSettings,
    setQuestions,
    setQuestion,
  };
}

export type TestDraft = ReturnType<typeof useTestDraft>;
