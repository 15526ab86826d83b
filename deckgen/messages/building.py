"""The build as a whole: outputs, folders, system parts."""

from deckgen.messages.message import Message, error, info, warning

ROWS: dict[str, Message] = {
    "profile-missing": error(
        "no such file: {path}",
        "ファイルがありません：{path}",
        "looked in {folders}; `deckgen new {new!q}` makes a new profile",
        "探した場所：{folders}。名前を確かめてください。新しく作るときは `deckgen new {new!q}` を実行します",
    ),
    "profile-missing-outside": error(
        "no such file: {path}, and this folder, {here}, is not deckgen's",
        "ファイルがありません：{path}。今いるフォルダー {here} は、deckgen のフォルダーではありません",
        "go there first: `cd {workspace!q}`; or name the profile with its whole path",
        "先に `cd {workspace!q}` を実行するか、プロファイルの場所を始めから終わりまで書いてください",
    ),
    "profile-link": error(
        "{path} is a link to {target}, which is not there",
        "{path} のリンク先 {target} がありません",
        "put the file back there, or make the link anew",
        "リンク先のファイルを元に戻すか、リンクを作り直してください",
    ),
    "profile-folder": error(
        "expected a profile, found the folder {path}",
        "{path} はフォルダーです。プロファイルを一つ指定してください",
        "`deckgen batch {path!q}` builds every profile in it",
        "中のプロファイルの資料をすべて作るには `deckgen batch {path!q}` を実行します",
    ),
    "profile-other-folder": error(
        "expected a profile, found the folder {path}",
        "{path} はフォルダーです。プロファイルを一つ指定してください",
        "name the company's file, e.g. source/companies/acme.yaml",
        "プロファイルを指定します（例：source/companies/acme.yaml）",
    ),
    "profile-archive": error(
        "expected a profile, found the archive {path}",
        "{path} は保管ファイルです。プロファイルを指定してください",
        "`deckgen verify {path!q}` proves that it is whole, `deckgen diff {path!q} NEW` compares it with another edition",
        "無傷かどうかは `deckgen verify {path!q}`、ほかの版との違いは `deckgen diff {path!q} NEW` で調べます",
    ),
    "profile-record": error(
        "expected a profile, found the record of a build, {path}",
        "{path} は作成の記録です。プロファイルを指定してください",
        "`deckgen diff {path!q} NEW` compares that build with another edition",
        "ほかの版との違いは `deckgen diff {path!q} NEW` で調べます",
    ),
    "profile-output": error(
        "expected a profile, found {path}",
        "{path} はプロファイルではありません",
        "files like this are made from profiles: name the company's file, e.g. source/companies/acme.yaml",
        "このようなファイルはプロファイルから作ります。プロファイルを指定してください（例：source/companies/acme.yaml）",
    ),
    "profile-exists": error(
        "{path} exists already and is left as it is",
        "{path} はすでにあるため、何も書き込んでいません",
        "give the new profile another name",
        "別の名前を付けてください",
    ),
    "profile-name": error(
        "expected a name that ends in .yaml, found {name}",
        "プロファイルの名前は .yaml で終わるものにしてください（現在は {name}）",
        "the name without its ending becomes the company's folder in output/, e.g. source/companies/acme.yaml",
        ".yaml の前の部分が、output/ の中の会社のフォルダーの名前になります（例：source/companies/acme.yaml）",
    ),
    "profile-name-unfit": error(
        "the file name {name} cannot name a company's folder",
        "ファイル名「{name}」は、会社のフォルダーの名前にできません",
        "no full stop or space at its ends, no control characters, "
        'none of \\ : * ? " < > |, and no name of Windows like con or nul; e.g. acme.yaml',
        "先頭と末尾の空白とピリオド、制御文字、"
        '\\ : * ? " < > |、con や nul などの Windows の名前は使えません（例：acme.yaml）',
    ),
    "input-name-unfit": error(
        "the name of this file is no text in UTF-8, or holds control characters",
        "ファイルの名前が UTF-8 の文字になっていないか、制御文字を含んでいます",
        "names made on another system can come out like this: give the file another name, or remove it",
        "別の環境で作った名前は、このようになることがあります。名前を付け直すか、要らないファイルなら削除してください",
    ),
    "profile-unwritable": error(
        "cannot write {path}: {reason}",
        "{path} に書き込めません：{reason}",
        "check that the folder exists and that you may write there",
        "フォルダーがあるか、書き込む権限があるかを確かめてください",
    ),
    "course-unnamed": error(
        "expected --course, as there are several courses",
        "コースが複数あるため、--course でどれかを指定してください",
        "courses found: {found}",
        "あるコース：{found}",
    ),
    "course-missing": error(
        "no course '{course}' in {folder}",
        "コース「{course}」が {folder} にありません",
        "courses found: {found}",
        "あるコース：{found}",
    ),
    "theme-missing": error(
        "no theme '{theme}' in {folder}",
        "テーマ「{theme}」が {folder} にありません",
        "themes found: {found}",
        "あるテーマ：{found}",
    ),
    "workspace-missing": error(
        "found no folder that holds source/courses and themes, from {start} upwards",
        "source/courses と themes のあるフォルダーが、{start} から上に見つかりません",
        "run the command inside the deckgen folder, or keep the profile in its source/companies",
        "deckgen のフォルダーの中で実行するか、プロファイルを source/companies に置いてください",
    ),
    "output-edited": warning(
        "{name} was changed by hand after the last build and is kept; the new one is {kept}",
        "{name} は前回の作成後に手で直されているため、そのまま残し、新しいものを {kept} に書きました",
        "compare the two, then rename the new one over the edited one, or delete it to keep the edited one; "
        "--force replaces the edited file",
        "二つを見比べ、新しいものを使うなら元の名前に変え、直したものを使うなら新しいものを削除してください。"
        "--force を付けて作ると、直したものを置きかえます",
    ),
    "output-kept": info(
        "{name} was changed by hand and is kept; the new one was taken away before and is not written again",
        "{name} は手で直されたものを残しています（新しいものは前に削除されたため、もう書いていません）",
        "--force replaces the edited file",
        "新しいものに置きかえるときは --force を付けます",
    ),
    "output-left": warning(
        "left in {folder} by an earlier build with other options: {names}; what lies beside them does not belong to them",
        "{folder} に、前に別の設定で作った {names} が残っています。今ある解答や記録とは組になりません",
        "delete them; or build again with the options that they were made with, e.g. --forms A,B,C",
        "使わなければ削除してください。使うなら、前と同じ設定（--forms A,B,C など）でもう一度作ってください",
    ),
    "record-set-aside": warning(
        "{path} could not be read as the record of a build; it is now {other}, and a new one was written",
        "{path} は作成の記録として読めないため、名前を {other} に変えて、新しく作りました",
        "nothing tells any more which files were changed by hand: all that differ from the new ones were kept",
        "どのファイルが手で直されたか分からないため、新しいものと違うファイルはすべて残しました",
    ),
    "record-outdated": warning(
        "{names} in {folder} lists files that are not there any more, or have been changed since",
        "{folder} の {names} の「使った資料」に、今はないか、後で変わったファイルがあります",
        "`deckgen build {profile!q}` makes it again",
        "`deckgen build {profile!q}` で作り直せます",
    ),
    "output-other-system": warning(
        "{names}: not the bytes of the last build of this very material, made with {part} {then}; here is {now}",
        "{names}：材料は前回と同じですが、前回は {part} {then}、この環境は {now} で作ったため、ファイルの中身が前回と一致しません",
        "lines and pages may end elsewhere: look the new files through, and give out those of one build only",
        "行やページの切れ目が変わることがあります。新しいものを見直し、前回のものと混ぜて配らないでください",
    ),
    "output-locked": error(
        "cannot replace {name}: {reason}",
        "{name} を置きかえられません：{reason}",
        "close it in PowerPoint or the viewer, then build again; the old file is as it was",
        "PowerPointなどで開いていたら閉じて、もう一度実行してください。前のファイルは元のままです",
    ),
    "output-folder": error(
        "cannot write {path}: there is a folder of that name",
        "{path} という名前のフォルダーがあるため、資料を書き込めません",
        "move the folder or give it another name, then build again; nothing was written",
        "フォルダーを移すか名前を変えて、もう一度実行してください。何も書き込んでいません",
    ),
    "output-unwritable": error(
        "cannot write to {folder}: {reason}",
        "{folder} に書き込めません：{reason}",
        "check the folder's permissions and the free space, or give another folder with --out",
        "フォルダーの権限と空き容量を確かめるか、--out で別のフォルダーを指定してください",
    ),
    "epoch-unfit": error(
        "SOURCE_DATE_EPOCH is no time that files can hold: '{found}'",
        "環境変数 SOURCE_DATE_EPOCH の値「{found}」は、ファイルに書ける日時ではありません",
        "expected whole seconds since 1970-01-01, as `date +%s` prints; or unset it to use the day of issue",
        "1970-01-01 からの秒数（`date +%s` の出力）を入れるか、設定を外してください（外すと発行日を使います）",
    ),
    "build-busy": error(
        "another build of '{company}' is running",
        "「{company}」の作成が、ほかで実行中です",
        "wait until it has ended, then build again",
        "終わるのを待って、もう一度実行してください",
    ),
    "batch-empty": error(
        "found no profile (*.yaml) in {folder}",
        "{folder} にプロファイル（*.yaml）がありません",
        "name the folder that holds the companies' profiles, e.g. source/companies",
        "会社のプロファイルのあるフォルダー（例：source/companies）を指定してください",
    ),
    "batch-folder-missing": error(
        "there is no folder {folder}",
        "フォルダー {folder} がありません",
        "run the command in the folder that holds source and themes, or write the whole path",
        "source と themes のあるフォルダーで実行するか、フォルダーの場所をはじめから書いてください",
    ),
    "batch-linked": warning(
        "{link} leads to {file} and is not built a second time: the company is {company}",
        "{link} は {file} へのリンクなので、{company} として一度だけ作ります",
        "take the link away, or put a copy in its place where it is meant to be another company",
        "リンクを外してください。別の会社にするなら、リンクではなく写しを置いてください",
    ),
    "batch-folder-unreadable": error(
        "cannot read the folder {folder}: {reason}",
        "フォルダー {folder} を読めません：{reason}",
        "check its permissions",
        "読む権限があるかを確かめてください",
    ),
    "batch-same-id": error(
        "{first} and {second} would both be built into the folder '{company}'",
        "{first} と {second} は、どちらもフォルダー「{company}」に作られてしまいます",
        "give one of them another name, or name it once only",
        "どちらかの名前を変えるか、同じものは一度だけ指定してください",
    ),
    "batch-fault": error(
        "'{company}' was not built because of a fault in deckgen itself ({problem})",
        "deckgen 自身の不具合で「{company}」を作れませんでした（{problem}）",
        "`deckgen build {profile!q}` writes a log for whoever looks after deckgen for you",
        "`deckgen build {profile!q}` を実行すると、deckgen の管理をしている人に知らせるための記録ができます",
    ),
    "batch-worker-lost": error(
        "the process that was building '{company}' ended unexpectedly",
        "「{company}」を作っていたプロセスが途中で終わってしまいました",
        "the computer may be short of memory: try fewer at a time with -j",
        "メモリーが足りないおそれがあります。-j で同時に作る数を減らしてみてください",
    ),
    "batch-other-deckgen": error(
        "'{company}' was not built: a worker runs another deckgen",
        "「{company}」を作れませんでした：別の deckgen を使っているワーカーがあります",
        "install the same deckgen on every computer of the cluster, then start its workers anew",
        "クラスターのすべてのコンピューターに同じ deckgen を入れ、ワーカーを起動し直してください",
    ),
    "batch-no-such-folder": error(
        "a worker does not see the folder {folder}",
        "ワーカーから見えないフォルダーです：{folder}",
        "the workers of a cluster need the same files under the same paths, e.g. on a shared drive",
        "クラスターのワーカーからも、同じファイルが同じ場所に見えるようにしてください（例：共有フォルダー）",
    ),
    "dask-missing": error(
        "--scheduler needs Dask, which is not installed",
        "--scheduler を使うには Dask が必要ですが、入っていません",
        "install the extra with `pip install 'deckgen[dask]'` (in deckgen's folder: `pip install -r requirements-dask.lock`)",
        "`pip install 'deckgen[dask]'`（deckgen のフォルダーでは `pip install -r requirements-dask.lock`）で入れてください",
    ),
    "scheduler-unreachable": error(
        "cannot reach the scheduler {address}: {reason}",
        "スケジューラー {address} につながりません：{reason}",
        "start one with `dask scheduler` and give its address, e.g. tcp://192.0.2.1:8786",
        "`dask scheduler` で起動し、そのアドレス（例：tcp://192.0.2.1:8786）を指定してください",
    ),
    "scheduler-idle": error(
        "the scheduler {address} has no workers",
        "スケジューラー {address} にワーカーがいません",
        "start some with `dask worker {address!q} --nthreads 1`, where deckgen and the same files are",
        "deckgen と同じファイルのあるコンピューターで `dask worker {address!q} --nthreads 1` を実行してください",
    ),
    "summary-unwritable": error(
        "cannot write {path}: {reason}",
        "{path} に書き込めません：{reason}",
        "check that the folder exists and that you may write there",
        "フォルダーがあるか、書き込む権限があるかを確かめてください",
    ),
    "output-needs-test": error(
        "the output {output} needs a comprehension test, which the course {course} does not have",
        "「{output}」を作るには確認テストが必要ですが、教材「{course}」にはありません",
        "write one and name it in course.yaml, e.g. `quiz: quiz.yaml`",
        "確認テストを書き、course.yaml に quiz: quiz.yaml のように加えてください",
    ),
    "output-needs-emergency": error(
        "the output {output} needs an emergency slide, which this company's course does not have",
        "「{output}」を作るには緊急時のスライドが必要ですが、この会社の教材にはありません",
        "cards and poster show the steps and numbers of the slide of kind emergency",
        "カードとポスターは、種類が emergency のスライドの手順と番号から作ります",
    ),
    "engine-missing": error(
        "the PDFs need {part}, which this computer does not have",
        "PDFを作るための {part} が、このコンピューターにありません",
        "install it with `{command}`; the deck and the workbook of the record do not need it",
        "`{command}` で入れてください。スライド（PowerPoint）と実施報告（Excel）には要りません",
    ),
}
