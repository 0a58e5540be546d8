// Compares compose.yaml with the Compose specification's schema and manifests with those of Kubernetes.
// node schemas.mjs FOLDER-WITH-node_modules compose.yaml MANIFEST...
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [modules, compose, ...manifests] = process.argv.slice(2);
const require = createRequire(join(modules, 'package.json'));
const { parse, parseAllDocuments } = require('yaml');
const Ajv = require('ajv/dist/2019').default;
const read = (file) => readFileSync(file, 'utf8');
let bad = 0;

function report(what, errors) {
  if (errors.length === 0) {
    console.log(`ok    ${what}`);
    return;
  }
  bad++;
  console.log(`WRONG ${what}`);
  errors.forEach((error) => console.log(`      ${error}`));
}

const schema = JSON.parse(read(join(modules, 'node_modules/dclint/schemas/compose.schema.json')));
delete schema.$schema;
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const isCompose = ajv.compile(schema);
isCompose(parse(read(compose), { merge: true }));
report(compose, (isCompose.errors ?? []).map((error) => `${error.instancePath}: ${error.message}`));

// The models ask for the fields they know and take no notice of others: what is never asked for is misspelt.
const untouched = [];
function watched(value, path) {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const fields = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, watched(inner, `${path}/${key}`)]));
  const unseen = new Set(Object.keys(value));
  untouched.push(() => [...unseen].map((key) => `${path}/${key}: Kubernetes has no such field`));
  return new Proxy(Array.isArray(value) ? Object.values(fields) : fields, {
    get: (target, key) => {
      unseen.delete(key);
      return target[key];
    },
    ownKeys: (target) => {
      unseen.clear();
      return Reflect.ownKeys(target);
    },
  });
}

for (const file of manifests) {
  for (const document of parseAllDocuments(read(file))) {
    const manifest = document.toJS();
    const what = `${manifest.apiVersion} ${manifest.kind} ${manifest.metadata?.name}`;
    const models = require(`kubernetes-models/${manifest.apiVersion}`);
    const name = Object.keys(models).find((key) => key.startsWith('Io') && models[key] === models[manifest.kind]);
    const { validate } = require(join(modules, 'node_modules/kubernetes-models/_schemas', `${name}.js`));
    untouched.length = 0;
    validate(watched(manifest, ''));
    report(what, [
      ...(validate.errors ?? []).map((error) => `${error.instancePath}: ${error.message ?? JSON.stringify(error.params)}`),
      ...untouched.flatMap((unseen) => unseen()),
    ]);
  }
}
process.exit(bad === 0 ? 0 : 1);
