/** What a file imports, read by TypeScript's own parser, in whatever form it is written. */
import path from 'node:path';
import ts from 'typescript';
import type { SourceTree } from './source-tree';

export interface Import {
  from: string;
  /** A file of the tree. Imports of packages are left out. */
  to: string;
  /** Erased by the compiler: `import type`, or only `type` members. */
  typeOnly: boolean;
  line: number;
}

export const parse = (file: string, text: string): ts.SourceFile =>
  ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  );

/** Every node of a file, parents before children. */
export const nodesOf = (node: ts.Node): ts.Node[] => {
  const nodes = [node];
  ts.forEachChild(node, (child) => {
    nodes.push(...nodesOf(child));
  });
  return nodes;
};

export const lineOf = (source: ts.SourceFile, node: ts.Node): number =>
  source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;

/** Imports between files of the tree, with a sentence for each relative one that leads nowhere. */
export const importsOf = (tree: SourceTree): { imports: Import[]; unresolved: string[] } => {
  const imports: Import[] = [];
  const unresolved: string[] = [];
  for (const [from, text] of tree) {
    const source = parse(from, text);
    for (const node of nodesOf(source)) {
      const reference = referenceOf(node);
      if (!reference?.specifier.startsWith('.')) continue;
      const line = lineOf(source, node);
      const to = resolve(tree, from, reference.specifier);
      if (to) imports.push({ from, to, typeOnly: reference.typeOnly, line });
      else unresolved.push(`${from}:${line} imports ${reference.specifier}, which does not exist`);
    }
  }
  return { imports, unresolved };
};

interface Reference {
  specifier: string;
  typeOnly: boolean;
}

const referenceOf = (node: ts.Node): Reference | undefined => {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, typeOnly: isTypeImport(node.importClause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return { specifier: textOf(node.moduleSpecifier), typeOnly: isTypeExport(node) };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: textOf(node.argument.literal), typeOnly: true };
  }
  if (ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name)) {
    return { specifier: node.name.text, typeOnly: true };
  }
  if (ts.isCallExpression(node) && isLoader(node.expression) && node.arguments[0]) {
    return { specifier: textOf(node.arguments[0]), typeOnly: false };
  }
  return undefined;
};

const textOf = (node: ts.Node): string => (ts.isStringLiteralLike(node) ? node.text : '');

const isLoader = (callee: ts.Node): boolean =>
  callee.kind === ts.SyntaxKind.ImportKeyword ||
  (ts.isIdentifier(callee) && callee.text === 'require');

const isTypeImport = (clause: ts.ImportClause | undefined): boolean => {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  return (
    !clause.name &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.length > 0 &&
    bindings.elements.every((element) => element.isTypeOnly)
  );
};

const isTypeExport = (node: ts.ExportDeclaration): boolean =>
  node.isTypeOnly ||
  (node.exportClause !== undefined &&
    ts.isNamedExports(node.exportClause) &&
    node.exportClause.elements.length > 0 &&
    node.exportClause.elements.every((element) => element.isTypeOnly));

const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

/** Files that are not source (JSON, pictures) answer with their own path. */
const resolve = (tree: SourceTree, from: string, specifier: string): string | undefined => {
  const target = path.posix.join(path.posix.dirname(from), specifier);
  if (/\.(json|css|svg|png)$/.test(target)) return target;
  return ENDINGS.map((ending) => target + ending).find((candidate) => tree.has(candidate));
};
