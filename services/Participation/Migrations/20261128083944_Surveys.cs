using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Participation.Migrations
{
    /// <inheritdoc />
    public partial class Surveys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "survey_answers",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    survey_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    answers = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_answers", x => new { x.tenant, x.survey_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "survey_closings",
                columns: table => new
                {
                    survey_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant_slug = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_closings", x => x.survey_id);
                });

            migrationBuilder.CreateTable(
                name: "survey_links",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    survey_id = table.Column<Guid>(type: "uuid", nullable: false),
                    used = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_links", x => new { x.tenant, x.token_hash });
                });

            migrationBuilder.CreateTable(
                name: "survey_turns",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    survey_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pseudonym = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_turns", x => new { x.tenant, x.survey_id, x.pseudonym });
                });

            migrationBuilder.CreateTable(
                name: "surveys",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic_area_id = table.Column<Guid>(type: "uuid", nullable: true),
                    document = table.Column<string>(type: "jsonb", nullable: false),
                    has_public_link = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    opens_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closes_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    secret = table.Column<byte[]>(type: "bytea", nullable: true),
                    token = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    counts = table.Column<string>(type: "jsonb", nullable: true),
                    results_published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_surveys", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_survey_closings_due_at",
                table: "survey_closings",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_survey_links_tenant_survey_id_used",
                table: "survey_links",
                columns: new[] { "tenant", "survey_id", "used" });

            migrationBuilder.CreateIndex(
                name: "ix_surveys_tenant_closed_at",
                table: "surveys",
                columns: new[] { "tenant", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_surveys_tenant_state_id",
                table: "surveys",
                columns: new[] { "tenant", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_surveys_tenant_token",
                table: "surveys",
                columns: new[] { "tenant", "token" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_surveys_tenant_topic_area_id_id",
                table: "surveys",
                columns: new[] { "tenant", "topic_area_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "survey_answers");

            migrationBuilder.DropTable(
                name: "survey_closings");

            migrationBuilder.DropTable(
                name: "survey_links");

            migrationBuilder.DropTable(
                name: "survey_turns");

            migrationBuilder.DropTable(
                name: "surveys");
        }
    }
}
