/** What templates of Helm charts begin with after two braces; `${{` belongs to others. */
const helmAction =
  /(?<!\$)\{\{-?\s*(?:\.|\$|\/\*|(?:if|else|end|range|with|define|include|template|block|toYaml|tpl|default|quote|required|lookup|printf)\b)/;

/** Offset of the first Helm action of a text, or undefined. */
export const findHelmAction = (text: string): number | undefined => helmAction.exec(text)?.index;
