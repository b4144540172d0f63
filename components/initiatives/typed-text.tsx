/** Text as people typed it: an empty line begins a new paragraph. It is German in every language. */
export function TypedText({ text }: { text: string }) {
  return (
    <div lang="de" className="stack whitespace-pre-line">
      {text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}
