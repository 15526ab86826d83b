"""Keeping editions: archives, comparing, renewing."""

from deckgen.messages.message import Message, error, warning

ROWS: dict[str, Message] = {
    # Comparing
    "diff-unknown": error(
        "expected a build.json, an archive, a profile or the folder of a course, found {path}",
        "{path} は比べられません",
        "profiles end in .yaml, archives in .zip, and a course has a course.yaml",
        "比べられるのは、build.json・保管ファイル（.zip）・プロファイル（.yaml）・コースのフォルダーです",
    ),
    "diff-scopes": error(
        "cannot compare a company's material with a course by itself",
        "会社の資料とコースそのものは比べられません",
        "give two builds or profiles, or the folders of two courses",
        "会社の資料（build.json やプロファイル）どうしか、コースのフォルダーどうしを指定してください",
    ),
    "diff-companies": warning(
        "two companies are compared: 「{old}」 and 「{new}」",
        "別の会社どうしを比べています：「{old}」と「{new}」",
        "see that both are what you meant to give",
        "指定したものが正しいか確かめてください",
    ),
    "diff-archive-unsound": warning(
        "{path} is not as it was kept: {names}",
        "{path} は、保管したときのままではありません：{names}",
        "what is compared stands in its build.json, which is whole; `deckgen verify {path!q}` tells more",
        "比べている内容（build.json）は壊れていません。くわしくは `deckgen verify {path!q}` で分かります",
    ),
    "content-missing": error(
        "{path} does not tell what was built",
        "{path} に、資料の内容が記録されていません",
        "it was written by an early deckgen, or is no record of a build: build again, then compare",
        "古い deckgen の記録か、作成の記録ではありません。作り直してから比べてください",
    ),
    "content-newer": error(
        "{path} was written by a newer deckgen",
        "{path} は、新しい deckgen で作られています",
        "compare with that deckgen, or a later one",
        "その deckgen か、より新しいものを使ってください",
    ),
    "report-unwritable": error(
        "cannot write {path}: {reason}",
        "{path} に書き込めません：{reason}",
        "check that the folder exists and that you may write there",
        "フォルダーがあるか、書き込む権限があるかを確かめてください",
    ),
    "report-not-pdf": error(
        "{path} exists already and is no PDF: it is left as it is",
        "{path} はすでにあり、PDFではないため、書きかえていません",
        "give the report another name",
        "新旧対照表に、別の名前を付けてください",
    ),
    "report-compared": error(
        "{path} is one of the two that are compared: it is left as it is",
        "{path} は比べるものそのもののため、書きかえていません",
        "give the report another name",
        "新旧対照表に、別の名前を付けてください",
    ),
    # Renewing
    "renew-missing": error(
        "expected {name}, found nothing",
        "{name} がありません",
        "write the year of this edition first, e.g. `fiscal_year: 2026` below `edition:`",
        "先に、この版の年度を書いてください（例：edition: の下に fiscal_year: 2026）",
    ),
    "renew-unreadable": error(
        "cannot move {name} on, as it is 「{found}」",
        "{name} が「{found}」のため、次の年度に進められません",
        "correct the value, then renew; `deckgen check` tells what is expected",
        "値を直してから、もう一度実行してください。`deckgen check` で、正しい書き方が分かります",
    ),
    "renew-year": error(
        "expected a year after {old}, found {found}",
        "{old}年度より後の年度を指定してください（現在は{found}）",
        "give the new year with --year",
        "--year で新しい年度を指定します",
    ),
    "renew-gap": warning(
        "the year moves on from {old} to {found}: years in between are left out",
        "{old}年度から{found}年度へ、年度が飛びます",
    ),
    "renew-version": warning(
        "cannot tell what follows the version {found}: it is left to be filled in",
        "版「{found}」の次が分からないため、「要記入」にしました",
    ),
    "renew-mention": warning(
        "still names the old year: {found}",
        "前の年度のことが書かれています：{found}",
        "see whether it still holds",
        "そのままでよいか確かめてください",
    ),
    "renew-exists": error(
        "{path} exists already and is left as it is",
        "{path} はすでにあるため、何も書き込んでいません",
        "fill it in; to begin anew, remove it first",
        "そのまま記入を続けてください。作り直すときは、先に削除します",
    ),
    "renew-not-archived": error(
        "no archive in {folder} holds {profile} as it is now",
        "今の {profile} を含む保管ファイルが、{folder} にありません",
        "build and archive this year's edition first, or renew into a new file, without --in-place",
        "先に今の版を作って保管するか、--in-place を付けずに新しいファイルに作ってください",
    ),
    "renew-aliases": error(
        "cannot change {name} alone in {profile}",
        "{profile} の {name} だけを変えることができません",
        "an anchor (&) or an alias (*) ties it to another value: write both out, then renew",
        "アンカー（&）やエイリアス（*）で、ほかの値とつながっています。別々に書いてから、もう一度実行してください",
    ),
    # Archiving
    "archive-not-built": error(
        "found no build in {folder}",
        "{folder} に、作成した資料がありません",
        "build first: `deckgen build {profile!q}`",
        "先に `deckgen build {profile!q}` で作ってください",
    ),
    "record-unreadable": error(
        "cannot read {path} as the record of a build",
        "{path} を、作成の記録として読めません",
        "build again: this writes a new one",
        "もう一度作ると、新しい記録ができます",
    ),
    "archive-nothing-final": error(
        "found no finished output of this edition in {folder}",
        "{folder} に、この版の完成した資料がありません",
        "drafts are not kept: build without --draft",
        "下書きは保管しません。--draft なしで作ってください",
    ),
    "archive-input-changed": warning(
        "{name} was changed after the build",
        "{name} は、資料を作った後に変更されています",
    ),
    "archive-input-missing": warning(
        "{name}, which the build read, is not there any more",
        "資料を作ったときに使った {name} が、なくなっています",
    ),
    "archive-output-edited": warning(
        "{name} was changed by hand after the build",
        "{name} は、作った後に手で直されています",
    ),
    "archive-output-stale": warning(
        "{name} was made from other material than the last build",
        "{name} は、最後に作ったときとは別の材料から作られています",
    ),
    "archive-output-missing": warning(
        "{name}, which was built, is not there any more",
        "作ったはずの {name} が、なくなっています",
    ),
    "archive-unsettled": warning(
        "{new} lies beside {name}, which was changed by hand: which of them is the edition's is not settled",
        "手で直された {name} と、新しい {new} の、どちらを使ったかが決まっていません",
        "rename the new one over the edited one, or delete it to keep the edited one, then archive",
        "新しいものを使ったなら元の名前に変え、直したものを使ったなら新しいものを削除してから、保管してください",
    ),
    "archive-output-kept": warning(
        "{name} was changed by hand and is kept as it is: it cannot be made again from its material",
        "{name} は、手で直されたまま保管します。材料から作り直して確かめることはできません",
    ),
    "archive-renewed": warning(
        "made again, as other files were listed: {names}",
        "「使った資料」が変わったため、作り直しました：{names}",
        "use the new ones in the place of those that were printed or sent before",
        "前に印刷したものや送ったものは、新しいものに差しかえてください",
    ),
    "archive-lacks": warning(
        "{path} was written before these files for the public were made, and does not hold them: {names}",
        "次の公開用のファイルは {path} より後に作られたため、入っていません：{names}",
        "the edition itself is as it was kept; to keep these too, raise edition.version, build all and archive",
        "版そのものは保管したときのままです。これらも保管するときは、edition.version を上げてすべて作り直してください",
    ),
    "archive-set-aside": warning(
        "{path} was damaged; it is now {other}, and a new archive was written",
        "{path} は壊れているため、名前を {other} に変えて、新しく保管しました",
        "use another copy of the archive that was kept, if there is one",
        "前に保管したものの別の写しがあれば、そちらを使ってください",
    ),
    "edition-archive-unreadable": warning(
        "{path}, which should keep this edition, cannot be read",
        "この版を保管した {path} を読めません",
        "`deckgen verify {path!q}` tells more; use another copy of it",
        "くわしくは `deckgen verify {path!q}` で分かります。保管した別の写しを使ってください",
    ),
    "archive-incomplete": warning(
        "the course asks for more outputs than were built: {outputs}",
        "コースの資料のうち、まだ作っていないものがあります：{outputs}",
    ),
    "archive-record-outdated": warning(
        "{name} lists other files than those that are kept with it",
        "{name} の「使った資料」が、一緒に保管するファイルと違います",
    ),
    "edition-archived": warning(
        "{path} keeps this edition already, without these files or with others: {names}",
        "この版は {path} に保管されていますが、次のファイルは、そこにないか、内容が違います：{names}",
        "an edition that went out does not change: raise edition.version, or build with the settings of then",
        "配った版は変えられません。edition.version を上げるか、保管したときと同じ指定で作ってください",
    ),
    "archive-refused": error(
        "'{company}' was not archived, as not everything is as it was built",
        "作ったときのままでないものがあるため、「{company}」を保管していません",
        "settle what is named above, build again, then archive; --force keeps what is there, and the archive shows it",
        "上のことを片付け、もう一度作ってから保管してください。--force を付けると今あるものを保管し、そのことが記録に残ります",
    ),
    "archive-exists": error(
        "{path} keeps this edition already, with other contents ({names}), and is left as it is",
        "{path} に、内容の違う同じ版がすでに保管されています（違うもの：{names}）。そのまま残しました",
        "an edition that went out does not change: raise edition.version and build again",
        "配った版は変えられません。edition.version を上げて、作り直してください",
    ),
    # Verifying
    "archive-none": error(
        "nothing is archived in {folder}",
        "{folder} に、保管ファイルがありません",
        "`deckgen archive {profile!q}` keeps the edition that was built; an archive that lies elsewhere is named by its path",
        "作った版は `deckgen archive {profile!q}` で保管します。別の場所の保管ファイルは、その場所（パス）で指定してください",
    ),
    "edition-missing": error(
        "no such file: {path}",
        "ファイルがありません：{path}",
        "check the path; archives lie in output/COMPANY/archive, records (build.json) beside the outputs",
        "場所と名前を確かめてください。保管ファイルは output の中の会社のフォルダーの archive に、"
        "記録（build.json）は資料と同じフォルダーにあります",
    ),
    "archive-unreadable": error(
        "cannot read {path}: {reason}",
        "{path} を読めません：{reason}",
        "check that you may read it, and that the disk is connected",
        "読む権限があるか、ディスクがつながっているかを確かめてください",
    ),
    "archive-expected": error(
        "expected an archive (.zip), found {path}",
        "{path} は保管ファイル（.zip）ではありません",
        "`deckgen archive COMPANY` makes one in the folder archive beside the outputs",
        "保管ファイルは `deckgen archive COMPANY` で作ります。資料のフォルダーの中の archive に入ります",
    ),
    "archive-checksum-other": error(
        "{path} has another SHA-256 than the one that was noted: {found}",
        "{path} のSHA-256は、控えたものと違います：{found}",
        "it is not the archive that was kept, or another one's checksum was noted: use another copy",
        "保管したときのものではないか、控えが別のものです。保管した別の写しを使ってください",
    ),
    "archive-broken": error(
        "{path} is no zip file, or is damaged",
        "{path} はZIPファイルではないか、壊れています",
        "get another copy of the archive",
        "保管した別の写しを使ってください",
    ),
    "archive-too-large": error(
        "{path} is larger than an archive may be, which is {limit}",
        "{path} は、保管ファイルの上限（{limit}）を超えています",
    ),
    "archive-path": error(
        "{path} holds the name {name}, which leads out of the folder or is none on every system",
        "{path} に、フォルダーの外を指すか、使えない名前「{name}」があります",
        "no archive of deckgen has such names: do not unpack it",
        "deckgen の保管ファイルには、このような名前はありません。展開しないでください",
    ),
    "archive-twice": error(
        "{path} holds {name} twice",
        "{path} に {name} が二つあります",
        "no archive of deckgen does so: do not unpack it",
        "deckgen の保管ファイルでは起こりません。展開しないでください",
    ),
    "archive-packed": error(
        "{name} in {path} is compressed, and archives of deckgen are not",
        "{path} の {name} は圧縮されています（deckgen の保管ファイルは圧縮しません）",
        "use the file that `deckgen archive` wrote, not one that was packed anew",
        "詰め直したものではなく、`deckgen archive` が書いたファイルを使ってください",
    ),
    "archive-sums": error(
        "{path} has no sound list of checksums ({name})",
        "{path} に、正しいチェックサムの一覧（{name}）がありません",
        "get another copy of the archive",
        "保管した別の写しを使ってください",
    ),
    "archive-record": error(
        "{path} has no sound record of the build ({name})",
        "{path} に、正しい作成の記録（{name}）がありません",
        "get another copy of the archive",
        "保管した別の写しを使ってください",
    ),
    "archive-file-damaged": error(
        "{name} in {path} is not what its checksum says",
        "{path} の {name} は、チェックサムと合いません",
        "get another copy of the archive",
        "保管した別の写しを使ってください",
    ),
    "archive-file-missing": error(
        "{name} is missing in {path}",
        "{path} に {name} がありません",
        "get another copy of the archive",
        "保管した別の写しを使ってください",
    ),
    "archive-file-extra": error(
        "{name} in {path} is not on its list of checksums, or not part of the edition",
        "{path} の {name} は、チェックサムの一覧にないか、この版のものではありません",
        "somebody put it there later: do not rely on it",
        "後から入れられたものです。使わないでください",
    ),
    "archive-bytes": error(
        "{path} holds bytes that belong to no file",
        "{path} に、どのファイルのものでもないデータがあります",
        "its files are whole, but it is not the archive that was written",
        "中のファイルは無事ですが、保管したときのままではありません",
    ),
    "archive-input-other": error(
        "{name} in {path} is not what the build read",
        "{path} の {name} は、資料を作ったときのものではありません",
        "it was changed before it was archived with --force, or in the archive itself",
        "材料が変わった後に --force で保管されたか、保管した後に書きかえられています",
    ),
    "archive-output-other": error(
        "{name} in {path} is not as it was built",
        "{path} の {name} は、作ったときのままではありません",
        "it was edited before it was archived with --force, or in the archive itself",
        "手で直された後に --force で保管されたか、保管した後に書きかえられています",
    ),
    "archive-output-different": error(
        "{name} in {path} is not what its material makes",
        "{path} の {name} は、保管した材料から作り直したものと違います",
    ),
    "verify-other-versions": warning(
        "made with {then}; here is {now}: the files are not made again",
        "作ったときは {then}、この環境は {now} のため、作り直しによる確認はしていません",
        "compare the SHA-256 with the one that was noted; to make the files again, install the versions in build.json",
        "控えたSHA-256と比べてください。作り直しまで確かめるときは、build.json にある版を入れます",
    ),
    "verify-other-system": warning(
        "{names}: made with {part} {then}; here is {now}: not made again",
        "{names}：作ったときは {part} {then}、この環境は {now} のため、作り直していません",
    ),
}
