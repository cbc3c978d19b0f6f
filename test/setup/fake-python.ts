import { fakePrograms } from "./temporary-folder.js";

/** The environment's Python: it works while pip is there, and `pip install` leaves one package by the lock's name. */
const inside = `
site="$(dirname "$0")/../lib/python3.11/site-packages"
case "$*" in
  "-c import pip, venv"|"-m pip --version") test -d "$site/pip" ;;
  *requirements.txt*) mkdir -p "$site/jupyterlab"; echo lab > "$site/jupyterlab/lab.py" ;;
  *requirements-*) mkdir -p "$site/tensorflow"; echo tf > "$site/tensorflow/libtensorflow_cc.so.2" ;;
esac
`;

/** A Python that makes such environments. */
const outside = `
case "$1" in
  -c) echo '{"executable": "'$0'", "version": [3, 11, 7], "bits": 64, "venv": true}' ;;
  -m) mkdir -p .venv/bin .venv/lib/python3.11/site-packages/pip; echo home > .venv/pyvenv.cfg
      cp "$(dirname "$0")/inside" .venv/bin/python; chmod 755 .venv/bin/python ;;
esac
`;

/** A folder with a `python3` that makes environments in milliseconds and installs packages of one file. */
export function fakePython(): string {
  return fakePrograms({ python3: outside, inside });
}
