import { type PDFDocument, PDFName, PDFNumber, type PDFPage, type PDFRef } from 'pdf-lib';

/** What a part of the document is, as screen readers are told. */
export type Tag =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'P'
  | 'L'
  | 'LI'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'TR'
  | 'TH'
  | 'TD';

/** A part of the tree; leaves hold the pieces of text that lie on the sheets. */
export interface TagNode {
  tag: Tag;
  /** Of a header cell. */
  scope: 'Column' | 'Row' | null;
  parts: (TagNode | Piece)[];
}

interface Piece {
  page: PDFPage;
  number: number;
}

/**
 * The order in which a document is read: the library draws only, so marks around what is drawn and
 * the tree over them are written here.
 */
export class TagTree {
  readonly root: TagNode = { tag: 'Document', scope: null, parts: [] };
  readonly #pieces = new Map<PDFPage, TagNode[]>();

  add(parent: TagNode, tag: Tag, scope: TagNode['scope'] = null): TagNode {
    const node: TagNode = { tag, scope, parts: [] };
    parent.parts.push(node);
    return node;
  }

  /** Number of a new piece of a part on a sheet. */
  pieceOf(node: TagNode, page: PDFPage): number {
    const pieces = this.#pieces.get(page) ?? [];
    this.#pieces.set(page, pieces);
    const number = pieces.push(node) - 1;
    node.parts.push({ page, number });
    return number;
  }

  /** Writes the tree into the document. */
  write(pdf: PDFDocument): void {
    const { context } = pdf;
    const top = context.nextRef();
    const refs = new Map<TagNode, PDFRef>();
    this.#writeNode(pdf, this.root, top, refs);
    const numbers: (PDFNumber | PDFRef)[] = [];
    pdf.getPages().forEach((page, index) => {
      const nodes = this.#pieces.get(page) ?? [];
      page.node.set(PDFName.of('StructParents'), PDFNumber.of(index));
      page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
      const parents = nodes.map((node) => refs.get(node)).filter((ref) => ref !== undefined);
      numbers.push(PDFNumber.of(index), context.register(context.obj(parents)));
    });
    const rootRef = refs.get(this.root);
    const tree = { Type: 'StructTreeRoot', K: rootRef, ParentTree: context.obj({ Nums: numbers }) };
    context.assign(top, context.obj({ ...tree, ParentTreeNextKey: pdf.getPageCount() }));
    pdf.catalog.set(PDFName.of('StructTreeRoot'), top);
    pdf.catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  }

  #writeNode(pdf: PDFDocument, node: TagNode, parent: PDFRef, refs: Map<TagNode, PDFRef>): PDFRef {
    const { context } = pdf;
    const own = context.nextRef();
    refs.set(node, own);
    const parts = node.parts.map((part) =>
      'tag' in part
        ? this.#writeNode(pdf, part, own, refs)
        : context.obj({ Type: 'MCR', Pg: part.page.ref, MCID: part.number }),
    );
    const dict = context.obj({ Type: 'StructElem', S: node.tag, P: parent, K: parts });
    if (node.scope) dict.set(PDFName.of('A'), context.obj({ O: 'Table', Scope: node.scope }));
    context.assign(own, dict);
    return own;
  }
}

/** The first row names the columns, the first column the rows. */
export function cellTag(isHead: boolean, index: number): Pick<TagNode, 'tag' | 'scope'> {
  if (isHead) return { tag: 'TH', scope: 'Column' };
  return index === 0 ? { tag: 'TH', scope: 'Row' } : { tag: 'TD', scope: null };
}
