/**
 * Checks files away from the page's thread: parsing 100 MB takes seconds. It says that it listens, because a bundler
 * may load its chunks after the worker has begun, and what was sent earlier would be lost.
 */
import { checkDocument } from "./check-document";
import type { CheckAnswer, CheckQuestion } from "./check-messages";

const answer = (message: CheckAnswer) => {
  postMessage(message);
};

addEventListener("message", (event: MessageEvent<CheckQuestion>) => {
  const { id, file } = event.data;
  void file.text().then(
    (text) => {
      answer({ kind: "checked", id, check: checkDocument(text) });
    },
    () => {
      answer({ kind: "checked", id, check: { status: "broken", reason: "The file could not be read." } });
    },
  );
});
answer({ kind: "ready" });
