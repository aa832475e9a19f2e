/** What wrangler makes of a module that is not a script (the rules of wrangler.jsonc). */

declare module '*.wasm' {
  const compiled: WebAssembly.Module
  export default compiled
}

declare module '*.ttf' {
  const bytes: ArrayBuffer
  export default bytes
}
