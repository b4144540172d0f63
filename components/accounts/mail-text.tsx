const ADDRESS = /^https?:\/\/\S+$/;

/** The text of a mail as it was sent; a line that is an address can be opened. */
export function MailText({ text }: { text: string }) {
  const lines = text.split('\n').map((line, index) => ({ id: `${index}-${line}`, line }));
  return (
    <div className="prose rounded border border-rule bg-surface p-6">
      {lines.map(({ id, line }) =>
        line.trim() === '' ? null : (
          <p key={id} className="break-words">
            {ADDRESS.test(line) ? <a href={line}>{line}</a> : line}
          </p>
        ),
      )}
    </div>
  );
}
