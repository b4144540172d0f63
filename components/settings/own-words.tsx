import { Section } from '@/components/layout/section';

/** A text the office wrote itself; always German, one paragraph per empty line. */
export function OwnWords({ title, text }: { title: string; text: string }) {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
  if (paragraphs.length === 0) return null;
  return (
    <Section title={title}>
      <div lang="de">
        {paragraphs.map((paragraph) => (
          <p key={paragraph} className="whitespace-pre-line">
            {paragraph}
          </p>
        ))}
      </div>
    </Section>
  );
}
