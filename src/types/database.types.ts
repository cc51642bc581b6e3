
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  
  "public": {
          Tables: {
            "app_settings": {
                  Row: {
                    "created_at": string,"description": string,"key": string,"public": boolean,"updated_at": string,"value": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"description"?: string,"key": string,"public"?: boolean,"updated_at"?: string,"value": NonNullable<Json>
                  }
                  Update: {
                    "created_at"?: string,"description"?: string,"key"?: string,"public"?: boolean,"updated_at"?: string,"value"?: NonNullable<Json>
                  }
                  Relationships: [
                    
                  ]
                },"attempt_answers": {
                  Row: {
                    "attempt_id": string,"correct": boolean | null,"created_at": string,"flagged": boolean,"points": number | null,"question_id": string,"saved_at": string,"selected": (string)[],"seq": number
                  }
                  ComputedFields: never
                  Insert: {
                    "attempt_id": string,"correct"?: boolean | null,"created_at"?: string,"flagged"?: boolean,"points"?: number | null,"question_id": string,"saved_at"?: string,"selected"?: (string)[],"seq": number
                  }
                  Update: {
                    "attempt_id"?: string,"correct"?: boolean | null,"created_at"?: string,"flagged"?: boolean,"points"?: number | null,"question_id"?: string,"saved_at"?: string,"selected"?: (string)[],"seq"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "attempt_answers_attempt_id_fkey"
      columns: ["attempt_id"]
isOneToOne: false
      referencedRelation: "test_attempts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "attempt_answers_question_id_fkey"
      columns: ["question_id"]
isOneToOne: false
      referencedRelation: "questions"
      referencedColumns: ["id"]
    }
                  ]
                },"audit_log": {
                  Row: {
                    "action": string,"actor": string | null,"at": string,"details": NonNullable<Json>,"hash": string,"id": number,"previous_hash": string,"subject_id": string | null,"subject_type": string
                  }
                  ComputedFields: never
                  Insert: {
                    "action": string,"actor"?: string | null,"at"?: string,"details"?: NonNullable<Json>,"hash": string,"id": number,"previous_hash": string,"subject_id"?: string | null,"subject_type": string
                  }
                  Update: {
                    "action"?: string,"actor"?: string | null,"at"?: string,"details"?: NonNullable<Json>,"hash"?: string,"id"?: number,"previous_hash"?: string,"subject_id"?: string | null,"subject_type"?: string
                  }
                  Relationships: [
                    
                  ]
                },"consents": {
                  Row: {
                    "accepted_at": string,"created_at": string,"document": string,"id": string,"user_id": string,"version": string
                  }
                  ComputedFields: never
                  Insert: {
                    "accepted_at"?: string,"created_at"?: string,"document": string,"id"?: string,"user_id": string,"version": string
                  }
                  Update: {
                    "accepted_at"?: string,"created_at"?: string,"document"?: string,"id"?: string,"user_id"?: string,"version"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "consents_user_id_fkey"
      columns: ["user_id"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["user_id"]
    }
                  ]
                },"coupon_redemptions": {
                  Row: {
                    "coupon_id": string,"created_at": string,"id": string,"order_id": string,"redeemed_at": string,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "coupon_id": string,"created_at"?: string,"id"?: string,"order_id": string,"redeemed_at"?: string,"user_id": string
                  }
                  Update: {
                    "coupon_id"?: string,"created_at"?: string,"id"?: string,"order_id"?: string,"redeemed_at"?: string,"user_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "coupon_redemptions_coupon_id_fkey"
      columns: ["coupon_id"]
isOneToOne: false
      referencedRelation: "coupons"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "coupon_redemptions_order_id_fkey"
      columns: ["order_id"]
isOneToOne: true
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "coupon_redemptions_user_id_fkey"
      columns: ["user_id"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["user_id"]
    }
                  ]
                },"coupons": {
                  Row: {
                    "active": boolean,"code": string,"created_at": string,"id": string,"kind": Database["public"]['Enums']["discount_kind"],"max_discount": number | null,"max_redemptions": number | null,"per_user": number,"track_id": string | null,"updated_at": string,"valid_from": string,"valid_until": string | null,"value": number
                  }
                  ComputedFields: never
                  Insert: {
                    "active"?: boolean,"code": string,"created_at"?: string,"id"?: string,"kind": Database["public"]['Enums']["discount_kind"],"max_discount"?: number | null,"max_redemptions"?: number | null,"per_user"?: number,"track_id"?: string | null,"updated_at"?: string,"valid_from"?: string,"valid_until"?: string | null,"value": number
                  }
                  Update: {
                    "active"?: boolean,"code"?: string,"created_at"?: string,"id"?: string,"kind"?: Database["public"]['Enums']["discount_kind"],"max_discount"?: number | null,"max_redemptions"?: number | null,"per_user"?: number,"track_id"?: string | null,"updated_at"?: string,"valid_from"?: string,"valid_until"?: string | null,"value"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "coupons_track_id_fkey"
      columns: ["track_id"]
isOneToOne: false
      referencedRelation: "tracks"
      referencedColumns: ["id"]
    }
                  ]
                },"enrolments": {
                  Row: {
                    "attempts_added": number,"attempts_included": number,"created_at": string,"enrolled_at": string,"expires_at": string | null,"id": string,"institution_id": string | null,"order_id": string | null,"source": Database["public"]['Enums']["enrolment_source"],"status": Database["public"]['Enums']["enrolment_status"],"track_id": string,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "attempts_added"?: number,"attempts_included"?: number,"created_at"?: string,"enrolled_at"?: string,"expires_at"?: string | null,"id"?: string,"institution_id"?: string | null,"order_id"?: string | null,"source": Database["public"]['Enums']["enrolment_source"],"status"?: Database["public"]['Enums']["enrolment_status"],"track_id": string,"user_id": string
                  }
                  Update: {
                    "attempts_added"?: number,"attempts_included"?: number,"created_at"?: string,"enrolled_at"?: string,"expires_at"?: string | null,"id"?: string,"institution_id"?: string | null,"order_id"?: string | null,"source"?: Database["public"]['Enums']["enrolment_source"],"status"?: Database["public"]['Enums']["enrolment_status"],"track_id"?: string,"user_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "enrolments_institution_id_fkey"
      columns: ["institution_id"]
isOneToOne: false
      referencedRelation: "institutions"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "enrolments_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "enrolments_track_id_fkey"
      columns: ["track_id"]
isOneToOne: false
      referencedRelation: "tracks"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "enrolments_user_id_fkey"
      columns: ["user_id"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["user_id"]
    }
                  ]
                },"identity_verifications": {
                  Row: {
                    "created_at": string,"document_kind": string,"document_path": string,"id": string,"note": string | null,"reviewed_at": string | null,"reviewed_by": string | null,"status": Database["public"]['Enums']["identity_status"],"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"document_kind": string,"document_path": string,"id"?: string,"note"?: string | null,"reviewed_at"?: string | null,"reviewed_by"?: string | null,"status"?: Database["public"]['Enums']["identity_status"],"user_id"?: string
                  }
                  Update: {
                    "created_at"?: string,"document_kind"?: string,"document_path"?: string,"id"?: string,"note"?: string | null,"reviewed_at"?: string | null,"reviewed_by"?: string | null,"status"?: Database["public"]['Enums']["identity_status"],"user_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "identity_verifications_reviewed_by_fkey"
      columns: ["reviewed_by"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["user_id"]
    },{
      foreignKeyName: "identity_verifications_user_id_fkey"
      columns: ["user_id"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["user_id"]
    }
                  ]
                },"institution_managers": {
                  Row: {
                    "added_at": string,"institution_id": string,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "added_at"?: string,"institution_id": string,"user_id": string
                  }
                  Update: {
                    "added_at"?: string,"institution_id"?: string,"user_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "institution_managers_institution_id_fkey"
      columns: ["institution_id"]
isOneToOne: false
      referencedRelation: "institutions"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "institution_managers_user_id_fkey"
      columns: ["user_id"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["user_id"]
    }
                  ]
                },"institution_students": {
                  Row: {
                    "created_at": string,"email": string,"full_name": string,"id": string,"institution_id": string,"roll_no": string | null,"status": Database["public"]['Enums']["account_status"],"track_id": string | null,"user_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"email": string,"full_name"?: string,"id"?: string,"institution_id": string,"roll_no"?: string | null,"status"?: Database["public"]['Enums']["account_status"],"track_id"?: string | null,"user_id"?: string | null
                  }
                  Update: {
                    "created_at"?: string,"email"?: string,"full_name"?: string,"id"?: string,"institution_id"?: string,"roll_no"?: string | null,"status"?: Database["public"]['Enums']["account_status"],"track_id"?: string | null,"user_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "institution_students_institution_id_fkey"
      columns: ["institution_id"]
isOneToOne: false
      referencedRelation: "institutions"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "institution_students_track_id_fkey"
      columns: ["track_id"]
isOneToOne: false
      referencedRelation: "tracks"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "institution_students_user_id_fkey"
      columns: ["user_id"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["user_id"]
    }
                  ]
                },"institutions": {
                  Row: {
                    "address": string | null,"contact_email": string,"contact_name": string,"contact_phone": string | null,"created_at": string,"gstin": string | null,"id": string,"kind": Database["public"]['Enums']["institution_kind"],"name": string,"seats": number,"state": string | null,"status": Database["public"]['Enums']["account_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "address"?: string | null,"contact_email"?: string,"contact_name"?: string,"contact_phone"?: string | null,"created_at"?: string,"gstin"?: string | null,"id"?: string,"kind": Database["public"]['Enums']["institution_kind"],"name": string,"seats"?: number,"state"?: string | null,"status"?: Database["public"]['Enums']["account_status"]
                  }
                  Update: {
                    "address"?: string | null,"contact_email"?: string,"contact_name"?: string,"contact_phone"?: string | null,"created_at"?: string,"gstin"?: string | null,"id"?: string,"kind"?: Database["public"]['Enums']["institution_kind"],"name"?: string,"seats"?: number,"state"?: string | null,"status"?: Database["public"]['Enums']["account_status"]
                  }
                  Relationships: [
                    
                  ]
                },"invoices": {
                  Row: {
                    "buyer": NonNullable<Json>,"created_at": string,"financial_year": string,"id": string,"issued_at": string,"lines": NonNullable<Json>,"number": string,"order_id": string,"seller": NonNullable<Json>,"tax_lines": NonNullable<Json>,"taxable": number,"total": number,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "buyer": NonNullable<Json>,"created_at"?: string,"financial_year": string,"id"?: string,"issued_at"?: string,"lines": NonNullable<Json>,"number": string,"order_id": string,"seller": NonNullable<Json>,"tax_lines": NonNullable<Json>,"taxable": number,"total": number,"user_id": string
                  }
                  Update: {
                    "buyer"?: NonNullable<Json>,"created_at"?: string,"financial_year"?: string,"id"?: string,"issued_at"?: string,"lines"?: NonNullable<Json>,"number"?: string,"order_id"?: string,"seller"?: NonNullable<Json>,"tax_lines"?: NonNullable<Json>,"taxable"?: number,"total"?: number,"user_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "invoices_order_id_fkey"
      columns: ["order_id"]
isOneToOne: true
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "invoices_user_id_fkey"
      columns: ["user_id"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["user_id"]
    }
                  ]
                },"mock_tests": {
                  Row: {
                    "active": boolean,"attempts_allowed": number | null,"created_at": string,"description": string,"duration_minutes": number,"id": string,"passing_score": number,"position": number,"review": Database["public"]['Enums']["review_policy"],"shuffle": boolean,"title": string,"track_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "active"?: boolean,"attempts_allowed"?: number | null,"created_at"?: string,"description"?: string,"duration_minutes": number,"id"?: string,"passing_score"?: number,"position"?: number,"review"?: Database["public"]['Enums']["review_policy"],"shuffle"?: boolean,"title": string,"track_id": string
                  }
                  Update: {
                    "active"?: boolean,"attempts_allowed"?: number | null,"created_at"?: string,"description"?: string,"duration_minutes"?: number,"id"?: string,"passing_score"?: number,"position"?: number,"review"?: Database["public"]['Enums']["review_policy"],"shuffle"?: boolean,"title"?: string,"track_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "mock_tests_track_id_fkey"
      columns: ["track_id"]
isOneToOne: false
      referencedRelation: "tracks"
      referencedColumns: ["id"]
    }
                  ]
                },"module_progress": {
                  Row: {
                    "completed_at": string | null,"created_at": string,"enrolment_id": string,"module_id": string,"position_seconds": number,"status": Database["public"]['Enums']["progress_status"],"updated_at": string,"user_id": string,"watched_seconds": number
                  }
                  ComputedFields: never
                  Insert: {
                    "completed_at"?: string | null,"created_at"?: string,"enrolment_id": string,"module_id": string,"position_seconds"?: number,"status"?: Database["public"]['Enums']["progress_status"],"updated_at"?: string,"user_id": string,"watched_seconds"?: number
                  }
                  Update: {
                    "completed_at"?: string | null,"created_at"?: string,"enrolment_id"?: string,"module_id"?: string,"position_seconds"?: number,"status"?: Database["public"]['Enums']["progress_status"],"updated_at"?: string,"user_id"?: string,"watched_seconds"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "module_progress_enrolment_id_fkey"
      columns: ["enrolment_id"]
isOneToOne: false
      referencedRelation: "enrolment_progress"
      referencedColumns: ["enrolment_id"]
    },{
      foreignKeyName: "module_progress_enrolment_id_fkey"
      columns: ["enrolment_id"]
isOneToOne: false
      referencedRelation: "enrolments"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "module_progress_module_id_fkey"
      columns: ["module_id"]
isOneToOne: false
      referencedRelation: "modules"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "module_progress_user_id_fkey"
      columns: ["user_id"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["user_id"]
    }
                  ]
                },"modules": {
                  Row: {
                    "active": boolean,"body": string,"created_at": string,"description": string,"difficulty": Database["public"]['Enums']["difficulty"],"duration_minutes": number,"id": string,"pdf_path": string | null,"title": string,"topics": (string)[],"video_path": string | null,"video_seconds": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "active"?: boolean,"body"?: string,"created_at"?: string,"description"?: string,"difficulty"?: Database["public"]['Enums']["difficulty"],"duration_minutes"?: number,"id"?: string,"pdf_path"?: string | null,"title": string,"topics"?: (string)[],"video_path"?: string | null,"video_seconds"?: number | null
                  }
                  Update: {
                    "active"?: boolean,"body"?: string,"created_at"?: string,"description"?: string,"difficulty"?: Database["public"]['Enums']["difficulty"],"duration_minutes"?: number,"id"?: string,"pdf_path"?: string | null,"title"?: string,"topics"?: (string)[],"video_path"?: string | null,"video_seconds"?: number | null
                  }
                  Relationships: [
                    
                  ]
                },"notifications": {
                  Row: {
                    "created_at": string,"id": string,"kind": string,"link": string | null,"params": NonNullable<Json>,"read_at": string | null,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"id"?: string,"kind": string,"link"?: string | null,"params"?: NonNullable<Json>,"read_at"?: string | null,"user_id": string
                  }
                  Update: {
                    "created_at"?: string,"id"?: string,"kind"?: string,"link"?: string | null,"params"?: NonNullable<Json>,"read_at"?: string | null,"user_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "notifications_user_id_fkey"
      columns: ["user_id"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["user_id"]
    }
                  ]
                },"orders": {
                  Row: {
                    "billing": NonNullable<Json>,"certificate_id": string | null,"coupon_id": string | null,"created_at": string,"currency": string,"discount": number,"enrolment_id": string | null,"expires_at": string,"id": string,"kind": Database["public"]['Enums']["order_kind"],"next_reconcile_at": string | null,"paid_at": string | null,"price": number,"razorpay_order_id": string | null,"receipt": string,"request_key": string,"status": Database["public"]['Enums']["order_status"],"tax_lines": NonNullable<Json>,"taxable": number,"total": number,"track_id": string,"updated_at": string,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "billing"?: NonNullable<Json>,"certificate_id"?: string | null,"coupon_id"?: string | null,"created_at"?: string,"currency"?: string,"discount"?: number,"enrolment_id"?: string | null,"expires_at": string,"id"?: string,"kind": Database["public"]['Enums']["order_kind"],"next_reconcile_at"?: string | null,"paid_at"?: string | null,"price": number,"razorpay_order_id"?: string | null,"receipt": string,"request_key": string,"status"?: Database["public"]['Enums']["order_status"],"tax_lines"?: NonNullable<Json>,"taxable": number,"total": number,"track_id": string,"updated_at"?: string,"user_id": string
                  }
                  Update: {
                    "billing"?: NonNullable<Json>,"certificate_id"?: string | null,"coupon_id"?: string | null,"created_at"?: string,"currency"?: string,"discount"?: number,"enrolment_id"?: string | null,"expires_at"?: string,"id"?: string,"kind"?: Database["public"]['Enums']["order_kind"],"next_reconcile_at"?: string | null,"paid_at"?: string | null,"price"?: number,"razorpay_order_id"?: string | null,"receipt"?: string,"request_key"?: string,"status"?: Database["public"]['Enums']["order_status"],"tax_lines"?: NonNullable<Json>,"taxable"?: number,"total"?: number,"track_id"?: string,"updated_at"?: string,"user_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "orders_coupon_id_fkey"
      columns: ["coupon_id"]
isOneToOne: false
      referencedRelation: "coupons"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "orders_enrolment_id_fkey"
      columns: ["enrolment_id"]
isOneToOne: false
      referencedRelation: "enrolment_progress"
      referencedColumns: ["enrolment_id"]
    },{
      foreignKeyName: "orders_enrolment_id_fkey"
      columns: ["enrolment_id"]
isOneToOne: false
      referencedRelation: "enrolments"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "orders_track_id_fkey"
      columns: ["track_id"]
isOneToOne: false
      referencedRelation: "tracks"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "orders_user_id_fkey"
      columns: ["user_id"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["user_id"]
    }
                  ]
                },"payments": {
                  Row: {
                    "amount": number,"amount_refunded": number,"captured_at": string | null,"created_at": string,"currency": string,"error_code": string | null,"error_description": string | null,"id": string,"method": string | null,"order_id": string,"razorpay_payment_id": string,"settles_order": boolean,"status": Database["public"]['Enums']["payment_status"],"updated_at": string,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "amount": number,"amount_refunded"?: number,"captured_at"?: string | null,"created_at"?: string,"currency"?: string,"error_code"?: string | null,"error_description"?: string | null,"id"?: string,"method"?: string | null,"order_id": string,"razorpay_payment_id": string,"settles_order"?: boolean,"status"?: Database["public"]['Enums']["payment_status"],"updated_at"?: string,"user_id": string
                  }
                  Update: {
                    "amount"?: number,"amount_refunded"?: number,"captured_at"?: string | null,"created_at"?: string,"currency"?: string,"error_code"?: string | null,"error_description"?: string | null,"id"?: string,"method"?: string | null,"order_id"?: string,"razorpay_payment_id"?: string,"settles_order"?: boolean,"status"?: Database["public"]['Enums']["payment_status"],"updated_at"?: string,"user_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "payments_order_id_fkey"
      columns: ["order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "payments_user_id_fkey"
      columns: ["user_id"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["user_id"]
    }
                  ]
                },"permissions": {
                  Row: {
                    "created_at": string,"description": string,"id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"description": string,"id": string
                  }
                  Update: {
                    "created_at"?: string,"description"?: string,"id"?: string
                  }
                  Relationships: [
                    
                  ]
                },"profiles": {
                  Row: {
                    "bio": string | null,"designation": string | null,"email": string,"full_name": string,"joined_at": string,"kind": Database["public"]['Enums']["person_kind"],"location": string | null,"organization": string | null,"phone": string | null,"photo_path": string | null,"status": Database["public"]['Enums']["account_status"],"updated_at": string,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "bio"?: string | null,"designation"?: string | null,"email": string,"full_name"?: string,"joined_at"?: string,"kind"?: Database["public"]['Enums']["person_kind"],"location"?: string | null,"organization"?: string | null,"phone"?: string | null,"photo_path"?: string | null,"status"?: Database["public"]['Enums']["account_status"],"updated_at"?: string,"user_id": string
                  }
                  Update: {
                    "bio"?: string | null,"designation"?: string | null,"email"?: string,"full_name"?: string,"joined_at"?: string,"kind"?: Database["public"]['Enums']["person_kind"],"location"?: string | null,"organization"?: string | null,"phone"?: string | null,"photo_path"?: string | null,"status"?: Database["public"]['Enums']["account_status"],"updated_at"?: string,"user_id"?: string
                  }
                  Relationships: [
                    
                  ]
                },"questions": {
                  Row: {
                    "active": boolean,"created_at": string,"id": string,"kind": Database["public"]['Enums']["question_kind"],"mock_test_id": string,"module_id": string | null,"negative_points": number,"options": NonNullable<Json>,"points": number,"position": number,"prompt": string
                  }
                  ComputedFields: never
                  Insert: {
                    "active"?: boolean,"created_at"?: string,"id"?: string,"kind": Database["public"]['Enums']["question_kind"],"mock_test_id": string,"module_id"?: string | null,"negative_points"?: number,"options"?: NonNullable<Json>,"points"?: number,"position"?: number,"prompt": string
                  }
                  Update: {
                    "active"?: boolean,"created_at"?: string,"id"?: string,"kind"?: Database["public"]['Enums']["question_kind"],"mock_test_id"?: string,"module_id"?: string | null,"negative_points"?: number,"options"?: NonNullable<Json>,"points"?: number,"position"?: number,"prompt"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "questions_mock_test_id_fkey"
      columns: ["mock_test_id"]
isOneToOne: false
      referencedRelation: "mock_tests"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "questions_module_id_fkey"
      columns: ["module_id"]
isOneToOne: false
      referencedRelation: "modules"
      referencedColumns: ["id"]
    }
                  ]
                },"refunds": {
                  Row: {
                    "amount": number,"created_at": string,"created_by": string | null,"id": string,"payment_id": string,"razorpay_refund_id": string,"reason": string | null,"status": string,"updated_at": string,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "amount": number,"created_at"?: string,"created_by"?: string | null,"id"?: string,"payment_id": string,"razorpay_refund_id": string,"reason"?: string | null,"status": string,"updated_at"?: string,"user_id": string
                  }
                  Update: {
                    "amount"?: number,"created_at"?: string,"created_by"?: string | null,"id"?: string,"payment_id"?: string,"razorpay_refund_id"?: string,"reason"?: string | null,"status"?: string,"updated_at"?: string,"user_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "refunds_created_by_fkey"
      columns: ["created_by"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["user_id"]
    },{
      foreignKeyName: "refunds_payment_id_fkey"
      columns: ["payment_id"]
isOneToOne: false
      referencedRelation: "payments"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "refunds_user_id_fkey"
      columns: ["user_id"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["user_id"]
    }
                  ]
                },"role_permissions": {
                  Row: {
                    "created_at": string,"permission_id": string,"role_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"permission_id": string,"role_id": string
                  }
                  Update: {
                    "created_at"?: string,"permission_id"?: string,"role_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "role_permissions_permission_id_fkey"
      columns: ["permission_id"]
isOneToOne: false
      referencedRelation: "permissions"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "role_permissions_role_id_fkey"
      columns: ["role_id"]
isOneToOne: false
      referencedRelation: "roles"
      referencedColumns: ["id"]
    }
                  ]
                },"roles": {
                  Row: {
                    "created_at": string,"description": string,"id": string,"name": string,"system": boolean
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"description"?: string,"id": string,"name": string,"system"?: boolean
                  }
                  Update: {
                    "created_at"?: string,"description"?: string,"id"?: string,"name"?: string,"system"?: boolean
                  }
                  Relationships: [
                    
                  ]
                },"staff_roles": {
                  Row: {
                    "granted_at": string,"granted_by": string | null,"role_id": string,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "granted_at"?: string,"granted_by"?: string | null,"role_id": string,"user_id": string
                  }
                  Update: {
                    "granted_at"?: string,"granted_by"?: string | null,"role_id"?: string,"user_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "staff_roles_granted_by_fkey"
      columns: ["granted_by"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["user_id"]
    },{
      foreignKeyName: "staff_roles_role_id_fkey"
      columns: ["role_id"]
isOneToOne: false
      referencedRelation: "roles"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "staff_roles_user_id_fkey"
      columns: ["user_id"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["user_id"]
    }
                  ]
                },"test_attempts": {
                  Row: {
                    "attempt_no": number,"created_at": string,"deadline_at": string,"enrolment_id": string,"extra_seconds": number,"id": string,"max_points": number | null,"mock_test_id": string,"passed": boolean | null,"points": number | null,"question_count": number,"question_order": NonNullable<Json>,"score": number | null,"started_at": string,"status": Database["public"]['Enums']["attempt_status"],"submitted_at": string | null,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "attempt_no": number,"created_at"?: string,"deadline_at": string,"enrolment_id": string,"extra_seconds"?: number,"id"?: string,"max_points"?: number | null,"mock_test_id": string,"passed"?: boolean | null,"points"?: number | null,"question_count": number,"question_order": NonNullable<Json>,"score"?: number | null,"started_at": string,"status"?: Database["public"]['Enums']["attempt_status"],"submitted_at"?: string | null,"user_id": string
                  }
                  Update: {
                    "attempt_no"?: number,"created_at"?: string,"deadline_at"?: string,"enrolment_id"?: string,"extra_seconds"?: number,"id"?: string,"max_points"?: number | null,"mock_test_id"?: string,"passed"?: boolean | null,"points"?: number | null,"question_count"?: number,"question_order"?: NonNullable<Json>,"score"?: number | null,"started_at"?: string,"status"?: Database["public"]['Enums']["attempt_status"],"submitted_at"?: string | null,"user_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "test_attempts_enrolment_id_fkey"
      columns: ["enrolment_id"]
isOneToOne: false
      referencedRelation: "enrolment_progress"
      referencedColumns: ["enrolment_id"]
    },{
      foreignKeyName: "test_attempts_enrolment_id_fkey"
      columns: ["enrolment_id"]
isOneToOne: false
      referencedRelation: "enrolments"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "test_attempts_mock_test_id_fkey"
      columns: ["mock_test_id"]
isOneToOne: false
      referencedRelation: "mock_tests"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "test_attempts_user_id_fkey"
      columns: ["user_id"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["user_id"]
    }
                  ]
                },"track_modules": {
                  Row: {
                    "created_at": string,"module_id": string,"position": number,"track_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"module_id": string,"position": number,"track_id": string
                  }
                  Update: {
                    "created_at"?: string,"module_id"?: string,"position"?: number,"track_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "track_modules_module_id_fkey"
      columns: ["module_id"]
isOneToOne: false
      referencedRelation: "modules"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "track_modules_track_id_fkey"
      columns: ["track_id"]
isOneToOne: false
      referencedRelation: "tracks"
      referencedColumns: ["id"]
    }
                  ]
                },"tracks": {
                  Row: {
                    "access_months": number,"active": boolean,"addon_price": number,"attempts_included": number,"color": string,"competencies": (string)[],"cooldown_hours": number,"created_at": string,"credly_template_id": string | null,"description": string,"duration_hours": number,"exam_minutes": number,"icon": string,"id": string,"name": string,"passing_score": number,"position": number,"prerequisites": (string)[],"price": number,"renewal_price": number,"tagline": string,"target_audience": (string)[],"validity_months": number
                  }
                  ComputedFields: never
                  Insert: {
                    "access_months"?: number,"active"?: boolean,"addon_price"?: number,"attempts_included"?: number,"color"?: string,"competencies"?: (string)[],"cooldown_hours"?: number,"created_at"?: string,"credly_template_id"?: string | null,"description"?: string,"duration_hours"?: number,"exam_minutes"?: number,"icon"?: string,"id": string,"name": string,"passing_score"?: number,"position"?: number,"prerequisites"?: (string)[],"price": number,"renewal_price"?: number,"tagline"?: string,"target_audience"?: (string)[],"validity_months"?: number
                  }
                  Update: {
                    "access_months"?: number,"active"?: boolean,"addon_price"?: number,"attempts_included"?: number,"color"?: string,"competencies"?: (string)[],"cooldown_hours"?: number,"created_at"?: string,"credly_template_id"?: string | null,"description"?: string,"duration_hours"?: number,"exam_minutes"?: number,"icon"?: string,"id"?: string,"name"?: string,"passing_score"?: number,"position"?: number,"prerequisites"?: (string)[],"price"?: number,"renewal_price"?: number,"tagline"?: string,"target_audience"?: (string)[],"validity_months"?: number
                  }
                  Relationships: [
                    
                  ]
                }
          }
          Views: {
            "enrolment_progress": {
                  Row: {
                    "enrolment_id": string,"modules_completed": number | null,"modules_total": number | null,"percent": number | null,"track_id": string,"user_id": string
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "enrolments_track_id_fkey"
      columns: ["track_id"]
isOneToOne: false
      referencedRelation: "tracks"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "enrolments_user_id_fkey"
      columns: ["user_id"]
isOneToOne: false
      referencedRelation: "profiles"
      referencedColumns: ["user_id"]
    }
                  ]
                }
          }
          Functions: {
            "complete_module":
{ Args: { "p_enrolment_id": string,"p_module_id": string }; Returns: Json
                           },
"get_attempt":
{ Args: { "p_attempt_id": string }; Returns: Json
                           },
"get_attempt_review":
{ Args: { "p_attempt_id": string }; Returns: Json
                           },
"mark_notification_read":
{ Args: { "p_id": string }; Returns: undefined
                           },
"my_access":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"quote_order":
{ Args: { "p_coupon_code"?: string,"p_kind": Database["public"]['Enums']["order_kind"],"p_state"?: string,"p_track_id": string }; Returns: Json
                           },
"save_answers":
{ Args: { "p_answers": Json,"p_attempt_id": string }; Returns: Json
                           },
"save_video_position":
{ Args: { "p_enrolment_id": string,"p_module_id": string,"p_position_seconds": number,"p_watched_seconds": number }; Returns: undefined
                           },
"start_attempt":
{ Args: { "p_mock_test_id": string }; Returns: string
                           },
"submit_attempt":
{ Args: { "p_attempt_id": string }; Returns: Json
                           },
"system_attach_razorpay_order":
{ Args: { "p_order_id": string,"p_razorpay_order_id": string }; Returns: {
              "billing": NonNullable<Json>,
"certificate_id": string | null,
"coupon_id": string | null,
"created_at": string,
"currency": string,
"discount": number,
"enrolment_id": string | null,
"expires_at": string,
"id": string,
"kind": Database["public"]['Enums']["order_kind"],
"next_reconcile_at": string | null,
"paid_at": string | null,
"price": number,
"razorpay_order_id": string | null,
"receipt": string,
"request_key": string,
"status": Database["public"]['Enums']["order_status"],
"tax_lines": NonNullable<Json>,
"taxable": number,
"total": number,
"track_id": string,
"updated_at": string,
"user_id": string
            }
                          SetofOptions: {
        from: "*"
        to: "orders"
        isOneToOne: true
        isSetofReturn: false
      } },
"system_capture_payment":
{ Args: { "p_payment": Json,"p_razorpay_order_id": string }; Returns: Json
                           },
"system_claim_outbox":
{ Args: { "p_lease_seconds": number,"p_limit": number,"p_now"?: string }; Returns: {
              "attempts": number,"id": string,"kind": string,"payload": Json
            }[]
                           },
"system_close_attempts":
{ Args: { "p_now"?: string }; Returns: number
                           },
"system_complete_outbox":
{ Args: { "p_id": string }; Returns: undefined
                           },
"system_create_order":
{ Args: { "p_billing": Json,"p_coupon_code": string,"p_kind": Database["public"]['Enums']["order_kind"],"p_request_key": string,"p_track_id": string,"p_user_id": string }; Returns: {
              "billing": NonNullable<Json>,
"certificate_id": string | null,
"coupon_id": string | null,
"created_at": string,
"currency": string,
"discount": number,
"enrolment_id": string | null,
"expires_at": string,
"id": string,
"kind": Database["public"]['Enums']["order_kind"],
"next_reconcile_at": string | null,
"paid_at": string | null,
"price": number,
"razorpay_order_id": string | null,
"receipt": string,
"request_key": string,
"status": Database["public"]['Enums']["order_status"],
"tax_lines": NonNullable<Json>,
"taxable": number,
"total": number,
"track_id": string,
"updated_at": string,
"user_id": string
            }
                          SetofOptions: {
        from: "*"
        to: "orders"
        isOneToOne: true
        isSetofReturn: false
      } },
"system_due_reconciliations":
{ Args: { "p_limit": number }; Returns: {
              "order_id": string,"razorpay_order_id": string
            }[]
                           },
"system_enqueue":
{ Args: { "p_dedupe_key": string,"p_kind": string,"p_payload": Json }; Returns: string
                           },
"system_expire_orders":
{ Args: { "p_now"?: string }; Returns: number
                           },
"system_fail_outbox":
{ Args: { "p_error": string,"p_id": string,"p_permanent"?: boolean }; Returns: undefined
                           },
"system_finish_webhook":
{ Args: { "p_error"?: string,"p_event_id": string,"p_provider": string }; Returns: undefined
                           },
"system_rate_limit":
{ Args: { "p_bucket": string,"p_limit": number,"p_window_seconds": number }; Returns: boolean
                           },
"system_receive_webhook":
{ Args: { "p_event_id": string,"p_provider": string,"p_raw_body": string }; Returns: boolean
                           },
"system_record_refund":
{ Args: { "p_razorpay_payment_id": string,"p_refund": Json }; Returns: Json
                           },
"system_settle_free_order":
{ Args: { "p_order_id": string }; Returns: Json
                           },
"track_outline":
{ Args: { "p_track_id": string }; Returns: Json
                           }
          }
          Enums: {
            "account_status": "active"|"suspended"|"erased","attempt_status": "in_progress"|"submitted"|"expired","badge_state": "pending"|"accepted"|"rejected"|"revoked","certificate_status": "issued"|"revoked"|"superseded","difficulty": "beginner"|"intermediate"|"advanced","discount_kind": "percent"|"amount","enrolment_source": "payment"|"institution"|"grant","enrolment_status": "active"|"completed"|"expired"|"revoked","exam_status": "scheduled"|"ready"|"started"|"submitted"|"review"|"passed"|"failed"|"voided"|"cancelled"|"missed","identity_status": "pending"|"verified"|"rejected","institution_kind": "university"|"school"|"organisation","order_kind": "enrolment"|"addon_attempt"|"renewal","order_status": "created"|"paid"|"failed"|"expired"|"partially_refunded"|"refunded","outbox_status": "pending"|"running"|"done"|"dead","payment_status": "created"|"authorized"|"captured"|"failed"|"refunded","person_kind": "learner"|"institution"|"staff","proctor_rating": "high"|"medium"|"low","progress_status": "not_started"|"in_progress"|"completed","question_kind": "single"|"multiple"|"true_false"|"numeric"|"ordering"|"short_answer","review_policy": "after_submit"|"after_pass"|"never"
          }
          CompositeTypes: {
            [_ in never]: never
          }
        }
}

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
  ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
      Row: infer R
    }
    ? R
    : never
  : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Insert: infer I
    }
    ? I
    : never
  : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Update: infer U
    }
    ? U
    : never
  : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
  ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
  : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
  ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
  : never

export const Constants = {
  "public": {
          Enums: {
            "account_status": ["active", "suspended", "erased"],"attempt_status": ["in_progress", "submitted", "expired"],"badge_state": ["pending", "accepted", "rejected", "revoked"],"certificate_status": ["issued", "revoked", "superseded"],"difficulty": ["beginner", "intermediate", "advanced"],"discount_kind": ["percent", "amount"],"enrolment_source": ["payment", "institution", "grant"],"enrolment_status": ["active", "completed", "expired", "revoked"],"exam_status": ["scheduled", "ready", "started", "submitted", "review", "passed", "failed", "voided", "cancelled", "missed"],"identity_status": ["pending", "verified", "rejected"],"institution_kind": ["university", "school", "organisation"],"order_kind": ["enrolment", "addon_attempt", "renewal"],"order_status": ["created", "paid", "failed", "expired", "partially_refunded", "refunded"],"outbox_status": ["pending", "running", "done", "dead"],"payment_status": ["created", "authorized", "captured", "failed", "refunded"],"person_kind": ["learner", "institution", "staff"],"proctor_rating": ["high", "medium", "low"],"progress_status": ["not_started", "in_progress", "completed"],"question_kind": ["single", "multiple", "true_false", "numeric", "ordering", "short_answer"],"review_policy": ["after_submit", "after_pass", "never"]
          }
        }
} as const
