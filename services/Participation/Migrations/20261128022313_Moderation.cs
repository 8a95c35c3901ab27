using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Participation.Migrations
{
    /// <inheritdoc />
    public partial class Moderation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "comments",
                type: "text",
                nullable: false,
                defaultValue: "Published");

            migrationBuilder.CreateTable(
                name: "moderation_blocks",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    reason_text = table.Column<string>(type: "text", nullable: true),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lifted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    by = table.Column<string>(type: "text", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    appealed = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_moderation_blocks", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateTable(
                name: "moderation_cases",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    item = table.Column<string>(type: "text", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic_area_id = table.Column<Guid>(type: "uuid", nullable: true),
                    contribution_id = table.Column<Guid>(type: "uuid", nullable: true),
                    author = table.Column<string>(type: "text", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    held_for = table.Column<string>(type: "text", nullable: true),
                    words = table.Column<string>(type: "jsonb", nullable: false),
                    reports = table.Column<int>(type: "integer", nullable: false),
                    claimed_by = table.Column<string>(type: "text", nullable: true),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_over = table.Column<bool>(type: "boolean", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    reason_text = table.Column<string>(type: "text", nullable: true),
                    appeal_of = table.Column<Guid>(type: "uuid", nullable: true),
                    appeal_text = table.Column<string>(type: "text", nullable: true),
                    decided_before = table.Column<string>(type: "text", nullable: true),
                    appealed = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_moderation_cases", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateTable(
                name: "moderation_log",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: true),
                    item = table.Column<string>(type: "text", nullable: true),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    reason_text = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_moderation_log", x => new { x.tenant, x.id });
                },
                comment: "append-only");

            migrationBuilder.CreateTable(
                name: "moderation_reports",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reporter = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_moderation_reports", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateTable(
                name: "moderation_rules",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mode = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<string>(type: "jsonb", nullable: false),
                    contributions_per_hour = table.Column<int>(type: "integer", nullable: true),
                    comments_per_hour = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_moderation_rules", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_comments_tenant_author_written_at",
                table: "comments",
                columns: new[] { "tenant", "author", "written_at" });

            migrationBuilder.CreateIndex(
                name: "ix_moderation_blocks_tenant_person",
                table: "moderation_blocks",
                columns: new[] { "tenant", "person" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_moderation_cases_tenant_author_id",
                table: "moderation_cases",
                columns: new[] { "tenant", "author", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_moderation_cases_tenant_contribution_id",
                table: "moderation_cases",
                columns: new[] { "tenant", "contribution_id" });

            migrationBuilder.CreateIndex(
                name: "ix_moderation_cases_tenant_id",
                table: "moderation_cases",
                columns: new[] { "tenant", "id" },
                filter: "outcome is null");

            migrationBuilder.CreateIndex(
                name: "ix_moderation_cases_tenant_item_id",
                table: "moderation_cases",
                columns: new[] { "tenant", "item_id" },
                unique: true,
                filter: "outcome is null");

            migrationBuilder.CreateIndex(
                name: "ix_moderation_cases_tenant_item_id_id",
                table: "moderation_cases",
                columns: new[] { "tenant", "item_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_moderation_cases_tenant_kind_id",
                table: "moderation_cases",
                columns: new[] { "tenant", "kind", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_moderation_log_tenant_item_id_id",
                table: "moderation_log",
                columns: new[] { "tenant", "item_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_moderation_reports_tenant_case_id_id",
                table: "moderation_reports",
                columns: new[] { "tenant", "case_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_moderation_reports_tenant_item_id_reporter",
                table: "moderation_reports",
                columns: new[] { "tenant", "item_id", "reporter" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_moderation_reports_tenant_reporter_id",
                table: "moderation_reports",
                columns: new[] { "tenant", "reporter", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "moderation_blocks");

            migrationBuilder.DropTable(
                name: "moderation_cases");

            migrationBuilder.DropTable(
                name: "moderation_log");

            migrationBuilder.DropTable(
                name: "moderation_reports");

            migrationBuilder.DropTable(
                name: "moderation_rules");

            migrationBuilder.DropIndex(
                name: "ix_comments_tenant_author_written_at",
                table: "comments");

            migrationBuilder.DropColumn(
                name: "state",
                table: "comments");
        }
    }
}
