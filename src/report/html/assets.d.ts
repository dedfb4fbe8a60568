/** What `bundle.mjs` makes: the client script and the style sheet, with their hashes for a Content-Security-Policy. */
export declare const script: string;
export declare const scriptHash: string;
export declare const styles: string;
export declare const stylesHash: string;
