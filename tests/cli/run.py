"""run.py PROGRAM: the command line from outside – every subcommand, its errors and exit codes."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import time
import unittest

from program import CLAIM, DATA, ORDERS, PROGRAM, QUOTE, ProgramCase, answer, conforms, errors, quiet, run


class Cli(ProgramCase):
    def test_help_and_version(self) -> None:
        self.assertIn("serve  ", run("--help").stdout.decode())
        self.assertIn("--time-limit <milliseconds>", run("plan", "--help").stdout.decode())
        self.assertRegex(run("--version").stdout.decode(), r"^paidan \d+\.\d+\.\d+, schema version 2\n$")
        self.assertIn("serve  ", run(code=2).stderr.decode())

    def test_tables_and_json_give_the_same_problem(self) -> None:
        again = run("problem", *self.tables).stdout.decode()
        self.assertEqual(again, self.file("problem.json"))
        self.assertEqual(run("rewrite", "-", text=again).stdout.decode(), again)
        self.assertEqual(run("rewrite", *self.tables).stdout.decode(), again)

    def test_plan_is_the_same_whatever_the_threads(self) -> None:
        one = run("plan", *self.problem, "--seed", "7", "--iterations", "100", "--lanes", "2", "--threads", "1").stdout
        two = run("plan", *self.problem, "--seed=7", "--iterations=100", "--lanes=2", "--threads=2").stdout
        self.assertEqual(one, two)
        plan = json.loads(one)
        self.assertEqual(plan["unassigned"], ["A4"])
        self.assertEqual(run("plan", *self.tables, "--seed", "7", "--iterations", "100", "--lanes", "2").stdout, one)

    def test_every_plan_is_valid_and_better_than_the_baselines(self) -> None:
        reports = {}
        for name, baseline in {
            "search": "",
            "nearest": "nearest_free",
            "rating": "best_rating",
        }.items():
            path = str(self.path / f"{name}.json")
            if baseline:
                run("plan_baseline", *self.problem, "--baseline", baseline, "--output", path)
            else:
                run("plan", *self.problem, "--output", path)
            reports[name] = answer("evaluate", *self.problem, "--plan", path)
            self.assertTrue(reports[name]["valid"], reports[name]["violations"])
        self.assertLessEqual(reports["search"]["total_cost"], reports["nearest"]["total_cost"])
        self.assertLessEqual(reports["search"]["total_cost"], reports["rating"]["total_cost"])

    def test_a_preset_prints_its_weights_and_tables_are_planned_with_it(self) -> None:
        self.assertEqual(answer("objective", "punctual")["goals"], "in_order")
        self.assertEqual(len(answer("objective", "--preset", "fair")["fairness"]), 2)
        cheap = answer("problem", *self.tables, "--preset", "cheap")
        self.assertEqual(cheap["objective"], {key: answer("objective", "cheap")[key] for key in cheap["objective"]})
        plan = answer("plan", *self.tables, "--preset", "cheap", "--iterations", "20")
        self.assertEqual(plan["goals"], {"honour": 0, "late": 0, "run_well": plan["total_cost"]})
        self.assertIn("did you mean 'cheap'?", errors("objective", "chaep")[0]["message"])

    def test_a_plan_may_start_from_another_one(self) -> None:
        plan = answer("plan", *self.problem, "--start", str(self.path / "plan.json"), "--iterations", "0")
        self.assertEqual(plan, json.loads(self.file("plan.json")))

    def test_a_time_limit_is_kept(self) -> None:
        start = time.monotonic()
        answer("plan", *self.problem, "--iterations", "1000000000000", "--time-limit", "1s", "--lanes", "1")
        self.assertLess(time.monotonic() - start, 30)

    def test_interrupt_returns_the_best_so_far(self) -> None:
        words = [PROGRAM, "plan", *self.problem, "--iterations", "1000000000000", "--lanes", "1"]
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            time.sleep(2)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=60)
        self.assertEqual((process.returncode, quiet(err)), (0, True))
        self.assertEqual(json.loads(out)["kind"], "plan")

    def test_match_and_explain_in_words(self) -> None:
        match = answer("match", *self.problem, "--capacity", "2", "--lang", "en")
        self.assertTrue(match["result"]["certified"])
        self.assertTrue(match["text"])
        plan = ["--plan", str(self.path / "plan.json")]
        why = answer("why_not", *self.problem, *plan, "--order", "A2", "--technician", "G2", "--lang", "zh")
        self.assertEqual(why["result"]["families"], ["skill"])
        self.assertIn("未派李师傅", why["text"])
        nobody = answer("why_unassigned", *self.problem, *plan, "--order", "A4")
        self.assertEqual(nobody["kind"], "unassigned")
        self.assertEqual(len(nobody["technicians"]), 2)

    def test_match_takes_wishes_and_answers_about_one_pair(self) -> None:
        free = answer("match", *self.problem)
        self.assertEqual((free["optimal_over"], free["shortages"]), ("all_eligible", []))
        self.assertEqual(answer("match", *self.problem, "--max-candidates", "1", "--canonical")["cost"], free["cost"])
        shift = {pair["technician"]: pair["shift"] for pair in free["pairs"]}
        first = f"A2:G1:{shift['G1']}"
        forced = answer("match", *self.problem, "--forced", first, "--must-serve", "A1", "--must-serve", "A4")
        self.assertIn(("A2", "G1"), [(pair["order"], pair["technician"]) for pair in forced["pairs"]])
        self.assertEqual([shortage["orders"] for shortage in forced["shortages"]], [["A4"]])
        words = answer("match", *self.problem, "--must-serve", "A4", "--lang", "zh")["text"]
        self.assertIn('这1个必派工单(需要"防水"技能', words)
        none = answer("match", *self.problem, *(w for pair in free["pairs"] for w in ("--forbidden", self.pair(pair))))
        taken = {self.pair(pair) for pair in none["pairs"]}
        self.assertFalse(taken & {self.pair(pair) for pair in free["pairs"]})
        refused = answer(
            "pair_answer", *self.problem, "--order", "A2", "--technician", "G2", "--shift", shift["G2"], "--lang", "zh"
        )
        self.assertEqual(refused["result"]["kind"], "pair_answer")
        self.assertIn("skill", refused["result"]["families"])
        self.assertIn('缺"燃气"技能(本单要求2级)', refused["text"])
        asked = self.asked(free["pairs"][0])
        self.assertTrue(answer("pair_answer", *self.problem, *asked)["chosen"])
        wrong = ["--forced", first, "--forced", "A9:G1", "--forced", "A8:G1", "--forbidden", "x"]
        found = errors("match", *self.problem, *wrong)
        self.assertEqual([one["path"] for one in found], ["forced[1]", "forced[2]", "forbidden[0]"])
        found = errors("match", *self.problem, "--forced", first, "--forbidden", first)
        self.assertEqual(found[0]["code"], "forced_and_forbidden")
        self.assertEqual(errors("pair_answer", *self.problem, "A1", "G1")[0]["code"], "which_shift")

    @staticmethod
    def pair(one: dict) -> str:
        return f"{one['order']}:{one['technician']}:{one['shift']}"

    @staticmethod
    def asked(one: dict) -> list[str]:
        return ["--order", one["order"], "--technician", one["technician"], "--shift", one["shift"]]

    def test_the_hosts_own_week_is_judged(self) -> None:
        actual = self.path / "actual.csv"
        actual.write_text(
            "工单号,工号,到达时间,完成时间\nA1,G1,2024-07-09 11:05,2024-07-09 12:05\nA2,G2,2024-07-09 13:00,2024-07-09 13:45\n",
            encoding="utf-8",
        )
        report = answer("evaluate_actual", *self.problem, "--actual", str(actual))
        codes = {violation["code"] for violation in report["violations"]}
        self.assertIn("skill_missing", codes)
        self.assertEqual(report["kpis"]["late"], 1)

    def test_quote_bill_and_audit(self) -> None:
        quote = answer("quote", *self.prices, "--request", "-", text=json.dumps(QUOTE))
        self.assertEqual(quote["total"], {"amount": "132.00", "currency": "CNY"})  # 120 + 6 km beyond 20 × 2
        bill = answer("bill", "-", "not_fixed", text=json.dumps(quote))
        self.assertEqual(bill["total"]["amount"], "0.00")
        fixed = self.path / "bill.json"
        run("bill", "--quote", "-", "--outcome", "fixed", "--output", str(fixed), text=json.dumps(quote))
        charges = {
            "schema_version": 2,
            "charges": [{"line": "S3-105", "amount": {"amount": "180.00", "currency": "CNY"}}],
        }
        audit = answer("audit", str(fixed), "-", "--lang", "zh", text=json.dumps(charges))
        self.assertEqual(audit["result"]["refund"]["amount"], "60.00")
        self.assertIn("¥60.00", audit["text"])
        request = answer("estimate_request", str(DATA / "catalog.csv"), "冰箱100–300升不制冷")
        estimate = answer("estimate", *self.prices, "--request", "-", text=json.dumps(request))
        self.assertEqual(estimate["status"], "priced")

    def test_a_trace_is_computed_again(self) -> None:
        quote = self.path / "quote.json"
        run("quote", *self.prices, "--request", "-", "--output", str(quote), text=json.dumps(QUOTE))
        whole = json.loads(quote.read_text(encoding="utf-8"))
        again = answer("replay", "--trace", str(quote))
        self.assertEqual((again["kind"], again["holds"], again["total"]), ("replay", True, whole["total"]))
        self.assertEqual(answer("replay", "-", text=json.dumps(whole["trace"])), again)
        whole["trace"][-1]["after"] = "1"
        touched = answer("replay", "-", text=json.dumps(whole))
        self.assertFalse(touched["holds"])
        self.assertNotIn("total", touched)
        self.assertEqual(errors("replay", "-", text="{}")[0]["code"], "missing")

    def test_a_catalog_is_held_against_the_other_tables(self) -> None:
        tables = ["--policies", str(DATA / "policies.csv")]
        fine = answer("lint_catalog", str(DATA / "catalog.csv"), *self.prices, *tables)
        self.assertTrue(fine["ok"])
        nowhere = (DATA / "catalog.csv").read_text(encoding="utf-8").replace("S3-105", "S3-1055")
        path = self.path / "nowhere.csv"
        path.write_text(nowhere, encoding="utf-8")
        wrong = errors("lint_catalog", str(path), *self.prices)
        self.assertEqual({error["code"] for error in wrong}, {"unknown_id"})
        self.assertIn("did you mean 'S3-105'", wrong[0]["message"])

    def test_columns_are_of_the_two_tables_and_not_of_the_catalog_beside_them(self) -> None:
        orders = self.path / "own.csv"
        orders.write_text("order,lat,lon,service,约定\nA,39.9,116.4,冰箱100–300升不制冷,2024-07-08 9:00\n", "utf-8")
        words = ["--orders", str(orders), *self.tables[2:], "--columns", "预约时间=约定"]
        words += ["--catalog", str(DATA / "catalog.csv")]
        self.assertEqual(answer("problem", *words)["orders"][0]["promise"]["at"], "2024-07-08T09:00:00+08:00")
        catalog = self.path / "heads.csv"
        catalog.write_text("编号,en\nfridge,Fridge\n", encoding="utf-8")
        beside = run("catalog", "--table", str(catalog), "--columns", "code=编号")
        self.assertIn(b"fridge", beside.stdout)
        when = run("problem", "--help").stdout.decode().partition("When --catalog is a .csv file:")[2]
        self.assertIn("--date-order", when)
        self.assertNotIn("--columns", when)

    def test_what_is_odd_about_a_problem_is_said_beside_the_answer(self) -> None:
        done = run("evaluate", *self.problem, "--plan", str(self.path / "plan.json"))
        said = json.loads(done.stderr)
        self.assertEqual(said, answer("notices", *self.problem))
        self.assertEqual([one["code"] for one in said["notices"]], ["nobody_skilled"])
        self.assertEqual(json.loads(run("problem", *self.tables).stderr)["notices"][-1]["row"], 6)
        self.assertEqual(run("notices", *self.problem).stderr, b"")

    def test_warranty_and_certificate(self) -> None:
        text = json.dumps(CLAIM)
        verdict = answer("verdict", *self.policies, "--claim", "-", "--lang", "zh", text=text)
        self.assertEqual(verdict["result"]["status"], "needs_evidence")
        self.assertEqual(
            verdict["text"],
            "暂不能判定,还缺1项:是否与7月8日为同一故障?请上传检测照片。是:在保,本次免费"
            "(保修至2024年10月8日24时;原止日10月6日遇国庆顺延)。否:按新故障报价。",
        )
        known = json.dumps(CLAIM | {"same_fault": True})
        self.assertEqual(answer("counterfactual", *self.policies, "--claim", "-", text=known)["kind"], "counterfactual")
        request = json.dumps(
            {"schema_version": 2, "order": "A1", "category": "appliance", "service_date": "2024-07-08"}
        )
        certificate = answer("certificate", *self.policies, "--request", "-", text=request)
        self.assertEqual(certificate["last_days"]["literal"], "2024-10-06")
        none = json.dumps({"schema_version": 2, "category": "spaceship", "service_date": "2024-07-08"})
        self.assertEqual(errors("certificate", *self.policies, "--request", "-", text=none)[0]["code"], "unknown_id")

    def test_a_table_decides_explains_itself_and_is_linted(self) -> None:
        table = str(DATA / "callout_fee.csv")
        facts = json.dumps({"服务": "维修", "里程": 7.10, "日期": "2024-07-08", "加急": False})
        decision = answer("decide", table, "-", text=facts)
        self.assertEqual((decision["status"], decision["value"], decision["rules"]), ("decided", 44.2, ["远程"]))
        why = answer("decide", table, "-", "--explain", "--lang", "zh", text=facts)
        self.assertEqual(why["result"]["matching"][0]["annotations"], {"来源": "每公里2元"})
        self.assertIn("差一点命中", why["text"])
        wrong = errors("decide", table, "-", text=json.dumps({"服务": "维修"}))
        self.assertEqual([error["code"] for error in wrong], ["rules_missing_fact"] * 3)
        self.assertEqual(answer("lint_rules", table), {"complete": True, "limits": [], "findings": []})
        gap = self.path / "gap.csv"
        gap.write_text("t,U\nkind,in,out\nexpression,n,x\ntype,number,number\n,< 5,1\n,> 5,2\n", encoding="utf-8")
        found = json.loads(run("lint_rules", str(gap), code=1).stdout)
        self.assertEqual(found["findings"][0]["witness"], {"n": 5})
        gap.write_text("t,U\nkind,in,out\nexpression,n,x\ntype,number,number\n,? + 0 < 5,1\n,-,2\n", encoding="utf-8")
        self.assertEqual(json.loads(run("lint_rules", str(gap), code=4).stdout)["limits"], ["cells"])
        gap.write_text("t,U\nkind,in,out\nexpression,n,x\n,< five,1\n", encoding="utf-8")
        wrong = errors("lint_rules", str(gap))
        self.assertEqual((wrong[0]["path"], wrong[0]["row"]), ("gap.csv: B4 (n)", 4))

    def test_a_model_decides(self) -> None:
        model = self.path / "model.dmn"
        model.write_text(
            '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="m" id="m" namespace="n">'
            '<inputData id="i" name="day"><variable name="day" typeRef="date"/></inputData>'
            '<decision id="d" name="last"><variable name="last" typeRef="date"/><informationRequirement>'
            '<requiredInput href="#i"/></informationRequirement><literalExpression><text>day + duration("P90D")</text>'
            "</literalExpression></decision></definitions>",
            encoding="utf-8",
        )
        facts = json.dumps({"day": "2024-07-08"})
        self.assertEqual(
            answer("evaluate_model", str(model), "-", text=facts), {"value": {"last": "2024-10-06"}, "errors": []}
        )
        one = answer("evaluate_model", str(model), "-", "--decision", "last", text=facts)
        self.assertEqual(one["value"], "2024-10-06")

    def test_a_model_reads_texts_inside_structures(self) -> None:
        model = self.path / "jobs.dmn"
        model.write_text(
            '<definitions name="m"><itemDefinition name="tJob"><itemComponent name="day"><typeRef>date</typeRef>'
            '</itemComponent><itemComponent name="km"><typeRef>number</typeRef></itemComponent></itemDefinition>'
            '<inputData id="i" name="job"><variable name="job" typeRef="tJob"/></inputData>'
            '<decision id="d" name="far"><informationRequirement><requiredInput href="#i"/></informationRequirement>'
            '<literalExpression><text>if job.km &gt; 5 then "far" else "near"</text></literalExpression></decision>'
            "</definitions>",
            encoding="utf-8",
        )
        facts = json.dumps({"job": {"day": "2024-07-08", "km": 9}})
        self.assertEqual(answer("evaluate_model", str(model), "-", text=facts), {"value": {"far": "far"}, "errors": []})

    def test_documents_fit_their_schemas(self) -> None:
        plan = ["--plan", str(self.path / "plan.json")]
        quote = answer("quote", *self.prices, "--request", "-", text=json.dumps(QUOTE))
        request = answer("estimate_request", str(DATA / "catalog.csv"), "fridge_not_cooling_100_300")
        documents = [
            answer("problem", *self.tables),
            answer("plan", *self.problem, "--iterations", "10"),
            answer("match", *self.problem),
            answer("match", *self.problem, "--must-serve", "A4"),
            answer("pair_answer", *self.problem, *self.asked(answer("match", *self.problem)["pairs"][0])),
            answer("evaluate", *self.problem, *plan),
            answer("why_unassigned", *self.problem, *plan, "--order", "A1"),
            answer("why_not", *self.problem, *plan, "--order", "A1", "--technician", "G2"),
            quote,
            answer("bill", "-", "--outcome", "fixed", text=json.dumps(quote)),
            request,
            answer("estimate", *self.prices, "--request", "-", text=json.dumps(request)),
            answer("verdict", *self.policies, "--claim", "-", text=json.dumps(CLAIM)),
            QUOTE | {"kind": "quote_request"},
            CLAIM | {"kind": "claim"},
        ]
        for document in documents:
            schema = answer("schema", document["kind"])
            self.assertEqual(conforms(document, schema, schema), "", document["kind"])
        broken = documents[0] | {"orders": [{"id": 5}]}
        schema = answer("schema", "problem")
        self.assertNotEqual(conforms(broken, schema, schema), "")

    def test_validate(self) -> None:
        self.assertTrue(answer("validate", "problem", str(self.path / "problem.json"))["ok"])
        self.assertTrue(answer("validate", "plan", str(self.path / "plan.json"))["ok"])
        for kind in ("prices", "catalog", "policies"):
            self.assertEqual(answer(kind, str(DATA / f"{kind}.csv"))["kind"], kind)
        wrong = errors("validate", "plan", str(self.path / "problem.json"))
        self.assertEqual(wrong[0]["code"], "other_kind")
        wrong = errors("validate", "plam", str(self.path / "problem.json"))
        self.assertTrue(wrong[0]["message"].endswith(", did you mean 'plan'?"), wrong)

    def test_errors_are_json_with_path_row_and_both_languages(self) -> None:
        bad = self.path / "bad.csv"
        bad.write_text(ORDERS.replace("39.9087", "399").replace(",60,制冷", ",sixty,制冷"), encoding="utf-8")
        found = errors("plan", "--orders", str(bad), *self.tables[2:])
        self.assertEqual([one["code"] for one in found], ["wrong_type", "out_of_range"])
        self.assertEqual((found[0]["code"], found[0]["path"], found[0]["row"]), ("wrong_type", "orders.时长(分钟)", 3))
        self.assertEqual(
            found[0]["message"],
            "orders.时长(分钟), row 3: 时长(分钟) must be minutes like 90, 1.5h or 1h30, got 'sixty'",
        )
        self.assertEqual(
            found[0]["message_zh"], "orders.时长(分钟),第3行:时长(分钟)应为分钟数,如90、1.5小时或1小时30分,实为'sixty'"
        )
        self.assertEqual(found[0]["parameters"]["value"], "'sixty'")

    def test_a_calendar_from_announcements(self) -> None:
        days = DATA / "holidays-cn"
        made = answer(
            "calendar", "--announcements", str(days / "2024.json"), "--statutory", str(days / "statutory.csv")
        )
        self.assertEqual((made["kind"], made["years"]), ("calendar", [2024]))
        texts = [(days / name).read_text(encoding="utf-8") for name in ("2024.json", "statutory.csv")]
        asked = {"do": "calendar", "announcements": texts[:1], "statutory": texts[1], "keep": True}
        served = self.serve(asked)[0]
        self.assertEqual((served["handle"], served["result"]["days"]), ("calendar1", made["days"]))

    def test_wrong_words(self) -> None:
        self.assertEqual(errors("plna")[0]["message"], "unknown operation 'plna', did you mean 'plan'?")
        found = errors("plan", "--sed", "5", "--lanes", "1", "--lanes", "2", "day.json", "extra", "--seed")
        self.assertEqual(
            [one["message"] for one in found],
            [
                "unknown option '--sed', did you mean '--seed'?",
                "--lanes is given twice",
                "'extra' is one word too many",
                "--seed needs a value",
            ],
        )
        self.assertEqual(errors("plan", *self.problem, "--seed", "x")[0]["code"], "wrong_type")
        self.assertEqual(errors("plan", *self.problem, "--seed", "-1")[0]["code"], "negative")
        whole = answer("plan", *self.problem, "--seed", str(2**64 - 1), "--iterations", "0")
        self.assertEqual(whole["kind"], "plan")
        self.assertEqual(errors("plan", *self.problem, "--time-limit", "soon")[0]["code"], "wrong_type")
        self.assertEqual(errors("plan")[0]["message"], "--problem is required (or --orders, --technicians and --zone)")
        self.assertEqual(errors("plan", *self.tables[:2])[0]["message"], "--technicians is required")
        found = errors("match", *self.problem, "--audience", "customer")
        self.assertEqual(found[0]["message"], "--lang is required with --audience")
        found = errors("plan_baseline", *self.problem, "--baseline", "nearest_free", "--seed", "1")
        self.assertEqual(found[0]["code"], "unknown_option")
        self.assertEqual([one["message"] for one in errors("quote")], ["--prices is required", "--request is required"])
        self.assertEqual(errors("why_unassigned", *self.problem)[-1]["message"], "--order is required")
        self.assertEqual(errors("plan", "/nowhere/x.json")[0]["code"], "cannot_read")
        for more in (["--orders", "/nowhere.csv"], ["--zone", "Mars"], ["--zone", "Asia/Shanghai", "--days", "900"]):
            found = errors("plan", *self.problem, "--iterations", "0", *more)
            self.assertEqual({one["code"] for one in found}, {"option_unused"}, more)
        found = errors("plan", *self.problem, "--preset", "fair")
        self.assertEqual(
            found[0]["message"],
            "--preset means nothing here: it goes with tables (--orders, --technicians and --zone); a problem has its "
            "own objective, which `paidan objective PRESET` prints for a preset",
        )
        self.assertIn("只用于表格", found[0]["message_zh"])
        self.assertEqual(errors("verdict", "--table", "x.csv")[0]["code"], "unknown_option")
        self.assertTrue(run("match", "day.json", "--help").stdout.decode().startswith("paidan match"))
        self.assertEqual(errors("plan", "/")[0]["code"], "cannot_read")
        self.assertEqual(errors("plan", *self.problem, "--output", "/nowhere/x.json")[0]["code"], "cannot_write")
        self.assertEqual(errors("plan", "-", text="")[0]["message"], "the file is empty")

    def test_help_table_and_doors_tell_the_same(self) -> None:
        table = answer("operations")["operations"]
        help_ = run("--help").stdout.decode()
        served = self.serve({"do": "operations"})[0]["result"]["operations"]
        self.assertEqual(served, table)
        for operation in table:
            self.assertIn(f"  {operation['name']} ", help_)
            self.assertIn(operation["en"], help_)
            own = run(operation["name"], "--help").stdout.decode()
            for field in operation["fields"]:
                self.assertRegex(own, rf"--{field['name'].replace('_', '-')}\b", operation["name"])
                self.assertIn(field["zh"], own)
        self.assertEqual(len({operation["name"] for operation in table}), len(table))
        protocol = run("serve", "--help").stdout.decode()
        verbs = re.split(r"\n(?=\w+\*{0,2}  \S)", protocol)
        for operation in table:
            own = next(verb for verb in verbs if re.match(rf"{operation['name']}\*{{0,2}}  ", verb))
            stars = "*" * (operation["speaks"] + operation["for_audiences"])
            self.assertTrue(own.startswith(f"{operation['name']}{stars}  "), own)
            for field in operation["fields"]:
                self.assertRegex(own, rf"(?m)^    {field['name']}\b", operation["name"])
        for verb in answer("operations")["session"]:
            self.assertIn(f"{verb['name']}  {verb['zh']}\n  {verb['en']}", protocol)
            self.assertNotIn("unknown_operation", json.dumps(self.serve({"do": verb["name"]})))


if __name__ == "__main__":
    unittest.main()
